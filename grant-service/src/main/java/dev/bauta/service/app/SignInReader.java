package dev.bauta.service.app;

import dev.bauta.service.signin.SignInSettings;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Reads {@code sign-in:}. */
final class SignInReader {
  /** The secret's place; it stands in no file of ours. */
  static final String SECRET = "OIDC_CLIENT_SECRET";

  private final Map<String, String> environment;

  SignInReader(Map<String, String> environment) {
    this.environment = environment;
  }

  Optional<SignInSettings> read(Section root, Map<String, String> people) {
    Section section = root.section("sign-in");
    if (!root.has("sign-in")) return Optional.empty();
    URI url = address(section, "url", "where people reach this service");
    URI issuer = address(section, "issuer", "the identity provider, as its tokens name it");
    String clientId = section.required("client-id");
    String claim = section.text("claim").orElse("sub");
    Duration longest =
        section.duration(
            "session", Duration.ofHours(8), Duration.ofMinutes(1), Duration.ofHours(24));
    Duration idle =
        section.duration("idle", Duration.ofHours(1), Duration.ofSeconds(1), Duration.ofHours(24));
    section.noOthers();
    return Optional.of(
        new SignInSettings(
            url,
            issuer,
            clientId,
            Optional.ofNullable(environment.get(SECRET)),
            claim,
            people,
            longest,
            idle));
  }

  /** An https address, or one of this machine, without a slash at its end. */
  private static URI address(Section section, String key, String what) {
    URI none = URI.create("https://invalid.example");
    String text = section.required(key);
    if (text.isEmpty()) return none;
    try {
      URI address = new URI(text.replaceFirst("/$", ""));
      String host = String.valueOf(address.getHost());
      boolean local = host.equals("localhost") || host.equals("127.0.0.1") || host.equals("[::1]");
      boolean safe =
          "https".equals(address.getScheme()) || ("http".equals(address.getScheme()) && local);
      if (address.getHost() != null && safe && address.getRawQuery() == null)
        return key.equals("issuer") ? new URI(text) : address;
    } catch (URISyntaxException e) {
      // said below
    }
    section.fault(key, "must be an https:// address: " + what);
    return none;
  }
}
