package dev.bauta.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where the grant service is, and who asks. */
final class ServiceOptions {

  @Option(
      names = "--url",
      paramLabel = "URL",
      defaultValue = "${env:BAUTA_URL}",
      description = "Where the grant service is. Default: BAUTA_URL in the environment.")
  private String url;

  @Option(
      names = "--token-file",
      paramLabel = "FILE",
      description = "Holds your API token. Default: the token itself in BAUTA_TOKEN.")
  private Path tokenFile;

  @Option(names = "--json", description = "Print the service's answer as it is.")
  private boolean json;

  boolean json() {
    return json;
  }

  /**
   * A client for that service.
   *
   * @throws CliException if something is missing, or the token would travel in clear
   */
  GrantClient client() {
    if (url == null || url.isBlank()) {
      throw new CliException("where is the grant service? Give --url, or set BAUTA_URL.");
    }
    URI address = checked(url.strip().replaceFirst("/+$", ""));
    return new GrantClient(address, token());
  }

  private String token() {
    String token = tokenFile == null ? System.getenv("BAUTA_TOKEN") : fromFile();
    if (token == null || token.isBlank()) {
      throw new CliException("who asks? Give --token-file, or set BAUTA_TOKEN.");
    }
    return token.strip();
  }

  // a token on the command line would be seen by everybody who lists processes
  private String fromFile() {
    try {
      return Files.readString(tokenFile);
    } catch (IOException unreadable) {
      throw new CliException("cannot read the token from '" + tokenFile + "'.");
    }
  }

  private static URI checked(String text) {
    try {
      URI address = new URI(text);
      if (address.getHost() == null || !isSafe(address)) {
        throw new CliException(
            "--url must be an https:// address: a token does not travel in clear (http:// is for this machine only).");
      }
      return address;
    } catch (URISyntaxException wrong) {
      throw new CliException("--url is no address; write it like https://grants.example.com.");
    }
  }

  private static boolean isSafe(URI address) {
    if ("https".equals(address.getScheme())) {
      return true;
    }
    try {
      return "http".equals(address.getScheme())
          && InetAddress.getByName(address.getHost()).isLoopbackAddress();
    } catch (UnknownHostException unknown) {
      return false;
    }
  }
}
