package dev.bauta.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** All built-in types and maskers with what they mean and an example, for tools and the manual. */
public final class Catalogue {

  /**
   * A built-in type.
   *
   * @param what it is, without an article
   * @param example made up; null where there is none
   * @param masked the example as it is printed without rules; null where there is none
   */
  public record TypeEntry(String id, String what, String example, String masked) {}

  /**
   * A masker.
   *
   * @param settings each as {@code name: meaning (range; default)}
   * @param example what it is shown on, with a value of {@code type}
   * @param rule the masker as a rule file names it for the example, with its settings
   * @param masked under {@link #DEMONSTRATION_KEY} where it depends on a key
   */
  public record MaskerEntry(
      String name,
      String description,
      List<String> settings,
      String type,
      String example,
      String rule,
      String masked) {}

  /** The key of the examples. It is published here, so it protects nothing. */
  public static final String DEMONSTRATION_KEY = "published for demonstration, protects nothing";

  private static final String NATIONAL_ID = "national-id-";

  // id, what, example
  private static final String[] TYPES = {
    "email", "e-mail address", "jane.doe@example.com",
    "phone", "telephone number", "+44 20 7946 0958",
    "payment-card", "payment card number (PAN)", "4111 1111 1111 1111",
    "us-ssn", "US social security number", "078-05-1120",
    "iban", "international bank account number (ISO 13616)", "DE89 3704 0044 0532 0130 00",
    "ipv4", "IPv4 address", "203.0.113.77",
    "ipv6", "IPv6 address", "2001:db8::77",
    "jwt", "JSON web token (RFC 7519)", "eyJhbGciOiJub25lIn0.eyJzdWIiOiJqYW5lIn0.",
    "secret", "password, API key or other credential", "hunter2",
    "private-key", "private key in PEM form (RFC 7468)", "-----BEGIN PRIVATE KEY-----",
    "url-credentials", "user and password inside a URL", "jane:hunter2",
    "session-id", "session id or cookie's value", "8f14e45fceea167a",
    "crypto-address", "address of a crypto currency", "1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2",
    "mac-address", "MAC address (EUI-48, EUI-64)", "00:00:5e:00:53:01",
    "imei", "mobile device's number (IMEI)", "490154203237518",
    "geo-coordinates", "latitude and longitude", "51.50722, -0.12750",
    "card-security-code", "security code of a payment card (CVC, CVV)", "123",
    "card-expiry", "month a payment card ends", "12/29",
    "bic", "bank's code (ISO 9362, SWIFT)", "DEUTDEFF500",
    "us-bank-routing", "US bank's routing number (ABA)", "021000021",
    "bank-account", "bank account's number, other than an IBAN", "0532013000",
    "date-of-birth", "date of birth", "1815-12-10",
    "name", "person's name, or a part of it", "Ada Lovelace",
    "username", "name somebody signs in with", "ada.l",
    "address", "postal address, or a part of it", "12 St James's Square, London",
    "passport", "passport's number", "C01X00T47",
    "driving-licence", "driving licence's number", "MORGA657054SM9IJ",
    "vehicle-id", "vehicle's identification number (ISO 3779)", "1M8GDM9AXKP042788",
    "licence-plate", "vehicle's registration plate", "AB12 CDE",
    "health", "what says something of somebody's health", "J45.0",
    "national-id", "number a state gives to a person, of no country in particular", "AB-123456",
    "pii", "personal data of no particular type", "anything",
  };

  private Catalogue() {}

  /** All built-in types in the order of their ids, those of countries last; never null. */
  public static List<TypeEntry> types() {
    List<TypeEntry> entries = new ArrayList<>();
    for (PiiType type : PiiType.CONTENT) {
      entries.add(entry(type));
    }
    entries.sort(
        (a, b) -> {
          int country = Boolean.compare(isCountry(a.id()), isCountry(b.id()));
          return country != 0 ? country : a.id().compareTo(b.id());
        });
    return entries;
  }

  /** All maskers in the order of their names; never null. */
  public static List<MaskerEntry> maskers() {
    List<MaskerEntry> entries = new ArrayList<>();
    for (MaskerInfo info : Maskers.catalogue()) {
      List<String> settings = new ArrayList<>();
      for (MaskerInfo.Setting setting : info.settings()) {
        settings.add(
            setting.name()
                + ": "
                + setting.meaning()
                + " ("
                + setting.range().about()
                + "; "
                + setting.otherwise()
                + ")");
      }
      entries.add(
          new MaskerEntry(
              info.name(),
              info.description(),
              settings,
              info.exampleType().id(),
              info.exampleValue(),
              rule(info),
              masked(info)));
    }
    return entries;
  }

  private static TypeEntry entry(PiiType type) {
    for (int i = 0; i < TYPES.length; i += 3) {
      if (TYPES[i].equals(type.id())) {
        String example = TYPES[i + 2];
        return new TypeEntry(type.id(), TYPES[i + 1], example, Maskers.PARTIAL.mask(example, type));
      }
    }
    String what = isCountry(type.id()) ? country(type.id()) : type.id();
    return new TypeEntry(type.id(), what, null, null);
  }

  private static String country(String id) {
    String code = id.substring(NATIONAL_ID.length()).toUpperCase(Locale.ROOT);
    return "national identifier, "
        + new Locale.Builder().setRegion(code).build().getDisplayCountry(Locale.ENGLISH);
  }

  private static boolean isCountry(String id) {
    return id.startsWith(NATIONAL_ID);
  }

  private static String masked(MaskerInfo info) {
    MaskingKeys keys =
        new MaskingKeys.Builder(Map.of("DEMONSTRATION", DEMONSTRATION_KEY))
            .add("demonstration", Map.of("env", "DEMONSTRATION"))
            .build();
    return Maskers.create(info.name(), info.exampleSettings(), keys)
        .mask(info.exampleValue(), info.exampleType());
  }

  private static String rule(MaskerInfo info) {
    if (info.exampleSettings().isEmpty()) {
      return info.name().equals("null") ? "'null'" : info.name(); // bare, it is YAML's nothing
    }
    List<String> settings = new ArrayList<>();
    new TreeMap<>(info.exampleSettings())
        .forEach((name, value) -> settings.add(name + ": " + value));
    return info.name() + ": {" + String.join(", ", settings) + "}";
  }
}
