package dev.bauta.agent.core;

import java.util.Locale;

/**
 * The options of the agent: the one table from which they are read, checked and documented. An
 * option {@code grants.url} is {@code grants.url=} after the jar's name, the property {@code
 * bauta.grants.url}, the variable {@code BAUTA_GRANTS_URL} or {@code grants: {url: }} in the file;
 * the first of these that is set counts.
 */
enum Option {
  CONFIG(
      "config",
      "",
      "The configuration file (`bauta.yaml`): options and rules. Without it the built-in types are masked in every sink."),
  ENABLED("enabled", "true", "`false` leaves the JVM untouched."),
  SERVICE("service", "", "This application's name, as grants name it. Needed with `grants.url`."),
  ENVIRONMENT(
      "environment",
      "",
      "Where it runs, such as `production`, as grants name it. Needed with `grants.url`."),
  SINK_LOG(
      "sinks.log",
      "mask",
      "`mask`, `observe` or `off`: log events and `toString()` of classes with `@Pii`."),
  SINK_JDBC(
      "sinks.jdbc",
      "mask",
      "`mask`, `track`, `observe` or `off`: rows read through JDBC. With `track` the application gets raw values, and those of marked columns are hidden in logs and JSON. See docs/tracked.md."),
  SINK_JSON("sinks.json", "mask", "`mask`, `observe` or `off`: JSON written by a serialiser."),
  PROFILE(
      "profile",
      "console",
      "Which `sinks` stand where they are not set: `console`, for what people look at, masks in all; `service`, for what works on with its rows, is `sinks.jdbc=track`; `observe` changes nothing."),
  TRACKED(
      "tracked",
      "on",
      "`on` or `off`: whether values of marked columns and annotated members are hidden in logs and JSON wherever they turn up."),
  TRACKED_SECONDS(
      "tracked.seconds",
      "300",
      "Seconds, 1 to 4000, that a value is known after it was last seen."),
  TRACKED_ENTRIES(
      "tracked.entries",
      "65536",
      "How many hashes of tracked values are kept at most, 64 to 16777216, 8 bytes each. A name of two parts takes up to six."),
  TRACKED_PARTS(
      "tracked.parts",
      "on",
      "`on` or `off`: whether the parts of a name count alone, where they are long and rare enough."),
  CONSOLE(
      "console",
      "off",
      "`mask` or `off`: what is printed to `System.out` and `System.err`, as text that is logged; `sinks.log` says what is done with it."),
  OBSERVE_REPORT(
      "observe.report",
      "",
      "Where sinks in `observe` are reported: this path with `.json` and with `.html`; `%p` in it is the process id. Without it no file is written. See docs/observe.md."),
  OBSERVE_EVERY(
      "observe.every", "60", "Seconds, 1 to 86400, between two reports; one more at shutdown."),
  REQUIRE_PROTECTED(
      "requireProtected",
      "false",
      "`true` ends the JVM where a sink in `mask` is not protected: a library of unknown shape, a class that cannot be rewritten, a canary that came out raw."),
  ON_START_FAILURE(
      "onStartFailure",
      "exit",
      "`exit` or `continue`: what a wrong configuration does. `continue` runs on unprotected and says so."),
  STATUS(
      "status",
      "stderr",
      "`stderr` or `off`: one line after start that says what is protected. What is not protected is always said."),
  GRANTS_URL(
      "grants.url",
      "",
      "The grant service, such as `https://grants.example.com`. Without it nothing is ever unmasked."),
  GRANTS_TOKEN("grants.token", "", "This agent's API token for the grant service."),
  GRANTS_TOKEN_FILE(
      "grants.tokenFile", "", "A file that holds the token; better than the token itself."),
  GRANTS_TRUST_KEY(
      "grants.trustKey",
      "",
      "The public key (Ed25519, X.509) that signs grants: a PEM file, or the key in base64. Several are separated by `;`."),
  GRANTS_MAX_LEASE(
      "grants.maxLease",
      "60",
      "Seconds, 5 to 3600. Without word from the service for this long everything is masked, even where the service allows more."),
  PRINCIPAL_HEADER(
      "principal.header",
      "",
      "A header that names the principal of a request, such as `X-Forwarded-User`, where the server knows none. Believed from `principal.proxies` only. See docs/principals.md."),
  PRINCIPAL_PROXIES(
      "principal.proxies",
      "",
      "Addresses and ranges of proxies that set that header and remove it from what they receive: `10.0.0.0/8;::1`."),
  PRINCIPAL_MDC_KEY(
      "principal.mdcKey",
      "",
      "A key of SLF4J's MDC that names the principal where nobody else does."),
  PRINCIPAL_OS_USER(
      "principal.osUser",
      "false",
      "`true`: where nobody is known the user of the operating system is looking. For tools and jobs that one person runs, never for a server."),
  AGENT_ID("agentId", "", "This JVM's name in receipts; made from host and process where empty.");

  private final String key;
  private final String defaultValue;
  private final String doc;

  Option(String key, String defaultValue, String doc) {
    this.key = key;
    this.defaultValue = defaultValue;
    this.doc = doc;
  }

  String key() {
    return key;
  }

  String defaultValue() {
    return defaultValue;
  }

  String doc() {
    return doc;
  }

  String property() {
    return "bauta." + key;
  }

  /** {@code grants.trustKey} is {@code BAUTA_GRANTS_TRUST_KEY}. */
  String variable() {
    StringBuilder name = new StringBuilder("BAUTA_");
    for (int i = 0; i < key.length(); i++) {
      char c = key.charAt(i);
      if (Character.isUpperCase(c)) {
        name.append('_');
      }
      name.append(c == '.' ? '_' : c);
    }
    return name.toString().toUpperCase(Locale.ROOT);
  }

  static Option of(String key) {
    for (Option option : values()) {
      if (option.key.equals(key)) {
        return option;
      }
    }
    return null;
  }
}
