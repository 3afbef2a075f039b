package dev.bauta.engine;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/** The built-in maskers. All settings are checked when a masker is made, none when it masks. */
final class Maskers {

  /** {@code [EMAIL]}: nothing of the value is left, not even its length. */
  static final Masker REDACT = new RedactMasker();

  /** Leaves what people need to recognise a value they know, by type; else as redact. */
  static final Masker PARTIAL = new PartialMasker();

  /** All masker names, as messages list them. */
  static final String NAMES =
      "constant, date, geo, hash, ip, keep, null, partial, redact, token, truncate";

  private Maskers() {}

  /** The masker of this name that needs no settings, or null. */
  static Masker of(String name) {
    return switch (name) {
      case "partial" -> PARTIAL;
      case "redact" -> REDACT;
      case "null" -> new NullMasker();
      case "constant" -> new ConstantMasker(ConstantMasker.DEFAULT);
      case "ip" -> new IpMasker(24, 48);
      case "geo" -> new GeoMasker(1);
      default -> null;
    };
  }

  /**
   * A masker with its settings, as a rule file names it: {@code hash: {key: main, length: 16}}.
   *
   * @throws IllegalArgumentException if there is no such masker or a setting is wrong; the message
   *     says what is and what to do
   */
  static Masker create(String name, Map<String, String> settings, MaskingKeys keys) {
    MaskerInfo info = MaskerCatalogue.find(name);
    if (info == null) {
      throw new IllegalArgumentException(
          "unknown masker '"
              + name
              + "'; "
              + Suggestion.hint(name, List.of(NAMES.split(", ", -1)))
              + "known: "
              + NAMES);
    }
    MaskerSettings read = MaskerSettings.of(info, settings);
    return switch (name) {
      case "constant" -> constant(read);
      case "truncate" ->
          new TruncateMasker(
              read.requiredNumber("length", 3), read.signs("mark", TruncateMasker.DEFAULT_MARK));
      case "keep" -> keep(read);
      case "ip" -> new IpMasker(read.number("v4", 24), read.number("v6", 48));
      case "geo" -> new GeoMasker(read.number("decimals", 1));
      case "date" -> date(read);
      case "hash" -> hash(read, keys);
      case "token" -> token(read, keys);
      default -> of(name);
    };
  }

  // With nothing in a value's place, what stands behind it in a text would be taken for the value.
  private static Masker constant(MaskerSettings read) {
    String text = read.text("text", ConstantMasker.DEFAULT);
    if (text.isEmpty()) {
      throw read.fault("text must not be empty; masker 'null' leaves a value out");
    }
    return new ConstantMasker(text);
  }

  private static Masker keep(MaskerSettings read) {
    if (!read.has("first") && !read.has("last")) {
      throw read.fault("needs first or last, such as last: 4");
    }
    return new KeepMasker(
        read.number("first", 0),
        read.number("last", 0),
        read.number("hidden", 3),
        read.sign("mark", '*'));
  }

  private static Masker date(MaskerSettings read) {
    read.required("to", "year");
    String to = read.choice("to", "year");
    if (read.has("band") && !to.equals("age")) {
      throw read.fault("band goes with to: age only; leave it out");
    }
    boolean dayFirst = read.choice("order", "mdy").equals("dmy");
    String zone = read.text("zone", "UTC");
    try {
      int band = read.number("band", 10);
      return new DateMasker(to, band, dayFirst, DateMasker.clock(ZoneId.of(zone)));
    } catch (DateTimeException e) {
      throw read.fault("unknown zone '" + zone + "'; take one such as Europe/Berlin or UTC");
    }
  }

  private static Masker hash(MaskerSettings read, MaskingKeys keys) {
    MaskingKey key = key(read, keys);
    boolean hex = read.choice("alphabet", "hex").equals("hex");
    int length =
        hex
            ? read.number("length", HashMasker.DEFAULT_LENGTH)
            : read.number("length", HashMasker.DEFAULT_LENGTH, MaskerCatalogue.HASH_BASE62);
    return new HashMasker(key, length, hex);
  }

  private static Masker token(MaskerSettings read, MaskingKeys keys) {
    boolean same = read.choice("form", "same").equals("same");
    return new TokenMasker(key(read, keys), same);
  }

  /** The key of the setting; without one, the only key there is. */
  private static MaskingKey key(MaskerSettings read, MaskingKeys keys) {
    if (keys.names().isEmpty()) {
      throw read.fault("needs a key; give the rule file one: keys: {main: {env: BAUTA_KEY}}");
    }
    String names = String.join(", ", keys.names());
    MaskingKey key = read.has("key") ? keys.get(read.text("key", "")) : keys.only();
    if (key == null && read.has("key")) {
      String name = read.text("key", "");
      throw read.fault(
          "unknown key '" + name + "'; " + Suggestion.hint(name, keys.names()) + "known: " + names);
    }
    if (key == null) {
      throw read.fault("needs key, because there are several: " + names);
    }
    return key;
  }

  /**
   * Several maskers as one, each given what the one before it made.
   *
   * @throws IllegalArgumentException if there is none, or one could never see a value
   */
  static Masker sequence(List<Masker> maskers) {
    if (maskers.isEmpty()) {
      throw new IllegalArgumentException("a list of maskers needs at least one");
    }
    if (maskers.size() == 1) {
      return maskers.get(0);
    }
    Masker before = null;
    for (Masker masker : maskers) {
      if (before != null && isBlind(before, masker)) {
        throw new IllegalArgumentException(
            "masker '"
                + masker.name()
                + "' finds nothing to work on behind '"
                + before.name()
                + "'; leave it out or put it first");
      }
      before = masker;
    }
    return new SequenceMasker(maskers.toArray(new Masker[0]));
  }

  // A hash has no date in it. The result would be redacted by the first pass already.
  private static boolean isBlind(Masker before, Masker masker) {
    return before instanceof Recognising && !(masker instanceof Recognising);
  }

  /** What there is to know about every masker, in order of their names. */
  static List<MaskerInfo> catalogue() {
    return MaskerCatalogue.ALL;
  }
}
