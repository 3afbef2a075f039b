package dev.bauta.engine;

import java.util.Collection;
import java.util.Map;
import java.util.TreeSet;

/**
 * Reads the settings of one masker or key; every fault names the setting, the fault and the remedy.
 */
final class MaskerSettings {

  private static final String ASCII_SIGNS = "*#~^!?.-_+%$|";

  private final String of;
  private final Map<String, String> settings;
  private final MaskerInfo masker;

  /** The settings of a masker, in the ranges of the catalogue. */
  static MaskerSettings of(MaskerInfo masker, Map<String, String> settings) {
    return new MaskerSettings(
        "masker '" + masker.name() + "'", settings, masker.settingNames(), masker);
  }

  MaskerSettings(String of, Map<String, String> settings, Collection<String> known) {
    this(of, settings, known, null);
  }

  /**
   * @param of whose settings these are, as messages name it
   * @param known all the settings there are
   * @throws IllegalArgumentException if there is another one
   */
  private MaskerSettings(
      String of, Map<String, String> settings, Collection<String> known, MaskerInfo masker) {
    this.masker = masker;
    this.of = of;
    this.settings = settings;
    for (String name : settings.keySet()) {
      if (!known.contains(name)) {
        throw fault(
            "unknown setting '" + name + "'; " + Suggestion.hint(name, known) + none(known));
      }
    }
  }

  private static String none(Collection<String> known) {
    return known.isEmpty() ? "it has none" : "known: " + String.join(", ", new TreeSet<>(known));
  }

  boolean has(String name) {
    return settings.get(name) != null;
  }

  String text(String name, String otherwise) {
    String value = settings.get(name);
    return value == null ? otherwise : value;
  }

  String required(String name, String example) {
    String value = settings.get(name);
    if (value == null || value.isEmpty()) {
      throw fault("needs " + name + ", such as " + name + ": " + example);
    }
    return value;
  }

  int number(String name, int otherwise) {
    return number(name, otherwise, masker.range(name).most());
  }

  /** As {@link #number(String, int)}, where another setting allows fewer. */
  int number(String name, int otherwise, int most) {
    String value = settings.get(name);
    return value == null ? otherwise : number(name, value, masker.range(name).least(), most);
  }

  int requiredNumber(String name, int example) {
    SettingRange range = masker.range(name);
    return number(name, required(name, String.valueOf(example)), range.least(), range.most());
  }

  private int number(String name, String value, int least, int most) {
    try {
      int number = Integer.parseInt(value.trim());
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // told below, with what is allowed
    }
    throw fault(
        name + " must be a whole number from " + least + " to " + most + ", not '" + value + "'");
  }

  /** One of the words, or the default where the setting is not there. */
  String choice(String name, String otherwise) {
    Collection<String> words = masker.range(name).words();
    String value = settings.get(name);
    if (value == null) {
      return otherwise;
    }
    if (!words.contains(value)) {
      throw fault(
          "unknown " + name + " '" + value + "'; " + Suggestion.hint(value, words) + none(words));
    }
    return value;
  }

  /** One sign that is no letter, digit, blank, quote or separator. */
  char sign(String name, char otherwise) {
    String value = settings.get(name);
    if (value == null) {
      return otherwise;
    }
    if (value.length() != 1 || !isSigns(value) || KeepMasker.isSeparator(value.charAt(0))) {
      throw fault(name + " must be one sign such as * or #, no letter, digit, separator or quote");
    }
    return value.charAt(0);
  }

  /** One sign or more, none of them a letter, a digit, a blank or a quote. */
  String signs(String name, String otherwise) {
    String value = settings.get(name);
    if (value == null) {
      return otherwise;
    }
    if (value.isEmpty() || !isSigns(value)) {
      throw fault(name + " must be signs such as *** or #, no letters, digits, blanks or quotes");
    }
    return value;
  }

  // Not those that quote, join or end values in texts around.
  private static boolean isSigns(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean other = c > 0xa0 && !Character.isSurrogate(c) && isSymbol(Character.getType(c));
      if (ASCII_SIGNS.indexOf(c) < 0 && !other) {
        return false;
      }
    }
    return true;
  }

  private static boolean isSymbol(int category) {
    return category == Character.OTHER_SYMBOL
        || category == Character.OTHER_PUNCTUATION
        || category == Character.MATH_SYMBOL;
  }

  IllegalArgumentException fault(String what) {
    return new IllegalArgumentException(of + ": " + what);
  }
}
