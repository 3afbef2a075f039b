package dev.bauta.engine;

import java.util.List;
import java.util.Map;

/** All maskers and their settings, once for messages and once for the manual. */
final class MaskerCatalogue {

  private static final MaskerInfo.Setting KEY =
      new MaskerInfo.Setting(
          "key",
          "the name of the key",
          SettingRange.of(SettingRange.Kind.KEY, "a key of the rule file"),
          "the only key there is");

  /** The longest hash in 62 characters: all of its 256 bits. */
  static final int HASH_BASE62 = 43;

  static final List<MaskerInfo> ALL =
      List.of(
          info(
              "constant",
              "The same text in place of every value.",
              PiiType.ADDRESS,
              "12 St James's Square, London",
              Map.of("text", "(hidden)"),
              setting(
                  "text",
                  "the text",
                  SettingRange.of(SettingRange.Kind.TEXT, "any"),
                  ConstantMasker.DEFAULT)),
          info(
              "date",
              "A date made coarser: month, quarter, year, decade or age.",
              PiiType.DATE_OF_BIRTH,
              "1815-12-10",
              Map.of("to", "quarter"),
              setting(
                  "to", "how coarse", SettingRange.choice(DateMasker.GRAINS), MaskerInfo.REQUIRED),
              setting("band", "the years of an age band", SettingRange.numbers(2, 50), "10"),
              setting(
                  "order",
                  "whether 05/06/1984 is in May or in June",
                  SettingRange.choice(List.of("mdy", "dmy")),
                  "mdy"),
              setting(
                  "zone",
                  "whose calendar counts",
                  SettingRange.of(SettingRange.Kind.ZONE, "a time zone's name"),
                  "UTC")),
          info(
              "geo",
              "Coordinates with fewer decimals: one is some 11 km, two are 1.1 km.",
              PiiType.GEO_COORDINATES,
              "51.50722, -0.12750",
              Map.of("decimals", "2"),
              setting(
                  "decimals",
                  "how many decimals of a degree stay",
                  SettingRange.numbers(0, 4),
                  "1")),
          info(
              "hash",
              "A keyed hash (HMAC-SHA-256) behind the type's name: equal values are seen to be equal.",
              PiiType.EMAIL,
              "ada@example.com",
              Map.of(),
              KEY,
              setting(
                  "length",
                  "its characters",
                  SettingRange.numbers(8, 64, "8 to 64; base62: 8 to " + HASH_BASE62),
                  "12"),
              setting(
                  "alphabet",
                  "its characters' kind",
                  SettingRange.choice(List.of("hex", "base62")),
                  "hex")),
          info(
              "ip",
              "An IP address with its last bits cleared.",
              PiiType.IPV4,
              "203.0.113.77",
              Map.of(),
              setting(
                  "v4", "the bits of an IPv4 address that stay", SettingRange.numbers(0, 30), "24"),
              setting(
                  "v6",
                  "the bits of an IPv6 address that stay",
                  SettingRange.numbers(0, 120),
                  "48")),
          info(
              "keep",
              "The first and last characters; the others starred, separators kept.",
              PiiType.PASSPORT,
              "C01X00T47",
              Map.of("first", "1", "last", "2"),
              setting(
                  "first",
                  "how many at the beginning stay",
                  SettingRange.numbers(0, 100),
                  "0; first or last required"),
              setting("last", "how many at the end stay", SettingRange.numbers(0, 100), "0"),
              setting(
                  "hidden",
                  "how many must be hidden, or the value is redacted",
                  SettingRange.numbers(1, 100),
                  "3"),
              setting(
                  "mark",
                  "what stands for a hidden character",
                  SettingRange.of(SettingRange.Kind.SIGN, "one sign"),
                  "*")),
          info(
              "null",
              "Nothing: SQL NULL and JSON null; redacted in text.",
              PiiType.HEALTH,
              "J45.0",
              Map.of()),
          info(
              "partial",
              "What lets people recognise a value they know, by type; redacted where it has not its type's"
                  + " shape.",
              PiiType.EMAIL,
              "ada@example.com",
              Map.of()),
          info(
              "redact",
              "The type's name; nothing of the value is left, not even its length.",
              PiiType.NAME,
              "Ada Lovelace",
              Map.of()),
          info(
              "token",
              "A value of the same form that stands for this one under a key, and can't be a real one.",
              PiiType.PAYMENT_CARD,
              "4111-1111-1111-1111",
              Map.of(),
              KEY,
              setting(
                  "form",
                  "whether the token has the value's own form where there is room for it, or a tag",
                  SettingRange.choice(List.of("same", "tagged")),
                  "same")),
          info(
              "truncate",
              "The first characters and a mark.",
              PiiType.ADDRESS,
              "London SW1Y 4JH",
              Map.of("length", "3"),
              setting(
                  "length",
                  "how many characters stay",
                  SettingRange.numbers(0, 1000),
                  MaskerInfo.REQUIRED),
              setting(
                  "mark",
                  "what stands behind them",
                  SettingRange.of(SettingRange.Kind.SIGNS, "one sign or more"),
                  "***")));

  private MaskerCatalogue() {}

  /** The masker of this name, or null. */
  static MaskerInfo find(String name) {
    for (MaskerInfo info : ALL) {
      if (info.name().equals(name)) {
        return info;
      }
    }
    return null;
  }

  private static MaskerInfo info(
      String name,
      String description,
      PiiType type,
      String value,
      Map<String, String> example,
      MaskerInfo.Setting... settings) {
    return new MaskerInfo(name, description, List.of(settings), type, value, example);
  }

  private static MaskerInfo.Setting setting(
      String name, String meaning, SettingRange range, String otherwise) {
    return new MaskerInfo.Setting(name, meaning, range, otherwise);
  }
}
