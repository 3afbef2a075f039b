package dev.bauta.agent.core.grants;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Authenticator;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;

/**
 * HTTP to the grant service. Everything that the application may have replaced for the whole JVM
 * (trust-all socket factories, host name verifiers, proxies, caches) is set anew on each
 * connection.
 */
final class ServiceConnection {

  private static final int CONNECT_MILLIS = 5_000;

  private final GrantSettings settings;
  private SSLSocketFactory sockets;

  ServiceConnection(GrantSettings settings) {
    this.settings = settings;
  }

  /** Opens the stream of grants; the caller reads and disconnects. */
  HttpURLConnection stream(int readMillis) throws IOException {
    HttpURLConnection connection = open("/agent/v1/stream?" + query(), readMillis);
    connection.setRequestProperty("Accept", "text/event-stream");
    return connection;
  }

  /** Asks for the grants once. */
  HttpURLConnection poll(String etag) throws IOException {
    HttpURLConnection connection = open("/agent/v1/grants?" + query(), CONNECT_MILLIS);
    if (etag != null) {
      connection.setRequestProperty("If-None-Match", etag);
    }
    return connection;
  }

  /** Sends a batch of receipts; true where the service has taken it. */
  boolean post(byte[] json) throws IOException {
    HttpURLConnection connection = open("/agent/v1/receipts", CONNECT_MILLIS);
    try {
      connection.setRequestMethod("POST");
      connection.setDoOutput(true);
      connection.setRequestProperty("Content-Type", "application/json");
      connection.setFixedLengthStreamingMode(json.length);
      try (OutputStream out = connection.getOutputStream()) {
        out.write(json);
      }
      int status = connection.getResponseCode();
      drain(status < 400 ? connection.getInputStream() : connection.getErrorStream());
      return status / 100 == 2;
    } finally {
      connection.disconnect();
    }
  }

  private HttpURLConnection open(String path, int readMillis) throws IOException {
    String base = settings.url().toString();
    URI uri = URI.create((base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path);
    HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection(Proxy.NO_PROXY);
    if (connection instanceof HttpsURLConnection https) {
      https.setSSLSocketFactory(sockets());
      // Asked only where the JDK's own check of the name has failed.
      https.setHostnameVerifier((host, session) -> false);
    }
    connection.setAuthenticator(new Authenticator() {});
    connection.setUseCaches(false);
    connection.setInstanceFollowRedirects(false);
    connection.setConnectTimeout(CONNECT_MILLIS);
    connection.setReadTimeout(readMillis);
    connection.setRequestProperty("Authorization", "Bearer " + settings.token());
    return connection;
  }

  private SSLSocketFactory sockets() throws IOException {
    if (sockets == null) {
      try {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, null, null);
        sockets = context.getSocketFactory();
      } catch (GeneralSecurityException unusable) {
        throw new IOException("no TLS in this JVM", unusable);
      }
    }
    return sockets;
  }

  private String query() {
    return "service="
        + encode(settings.service())
        + "&environment="
        + encode(settings.environment())
        + "&agent="
        + encode(settings.agentId());
  }

  private static String encode(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  private static void drain(InputStream in) throws IOException {
    if (in != null) {
      try (in) {
        in.readNBytes(1 << 16);
      }
    }
  }
}
