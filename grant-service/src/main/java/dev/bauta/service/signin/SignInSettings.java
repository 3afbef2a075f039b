package dev.bauta.service.signin;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * The {@code sign-in:} section of the configuration, checked.
 *
 * @param url where people reach this service, without a slash at its end
 * @param issuer the identity provider, as its tokens name it
 * @param clientSecret empty for a public client
 * @param claim which claim of the ID token says who somebody is
 * @param people names by the value of that claim
 * @param longest after that a session is over, however much it is used
 * @param idle and after that when it is not
 */
public record SignInSettings(
    URI url,
    URI issuer,
    String clientId,
    Optional<String> clientSecret,
    String claim,
    Map<String, String> people,
    Duration longest,
    Duration idle) {
  public SignInSettings {
    people = Map.copyOf(people);
  }

  URI callback() {
    return URI.create(url + "/sign-in/callback");
  }

  /** Whether cookies can be kept to encrypted connections; not on a developer's machine. */
  public boolean isSecure() {
    return url.getScheme().equals("https");
  }

  /** Names no secret. */
  @Override
  public String toString() {
    return "SignInSettings[" + url + " at " + issuer + "]";
  }
}
