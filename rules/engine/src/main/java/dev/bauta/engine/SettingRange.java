package dev.bauta.engine;

import java.util.List;

/**
 * The values a masker's setting may have: what the reader checks, the JSON Schema says and the
 * manual explains.
 *
 * @param about for people
 * @param least the smallest number, for numbers
 * @param most the largest number, for numbers
 * @param words those there are, for a choice; else empty
 */
record SettingRange(Kind kind, String about, int least, int most, List<String> words) {

  /** What a value is. */
  enum Kind {
    NUMBER,
    CHOICE,
    /** One sign, no separator. */
    SIGN,
    /** One sign or more. */
    SIGNS,
    /** Any text but none. */
    TEXT,
    /** The name of a key of the rule file. */
    KEY,
    /** The name of a time zone. */
    ZONE
  }

  static SettingRange numbers(int least, int most) {
    return numbers(least, most, least + " to " + most);
  }

  static SettingRange numbers(int least, int most, String about) {
    return new SettingRange(Kind.NUMBER, about, least, most, List.of());
  }

  static SettingRange choice(List<String> words) {
    return new SettingRange(Kind.CHOICE, String.join(", ", words), 0, 0, words);
  }

  static SettingRange of(Kind kind, String about) {
    return new SettingRange(kind, about, 0, 0, List.of());
  }
}
