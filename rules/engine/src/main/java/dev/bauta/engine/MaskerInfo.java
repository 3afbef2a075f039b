package dev.bauta.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What there is to know about a masker, for messages and the manual.
 *
 * @param name as rules write it
 * @param description one sentence
 * @param exampleType whose value the example is
 * @param exampleValue raw
 * @param exampleSettings what the example needs
 */
record MaskerInfo(
    String name,
    String description,
    List<Setting> settings,
    PiiType exampleType,
    String exampleValue,
    Map<String, String> exampleSettings) {

  /**
   * One setting.
   *
   * @param range the values it may have
   * @param otherwise its default, or {@code required}
   */
  record Setting(String name, String meaning, SettingRange range, String otherwise) {

    boolean isRequired() {
      return otherwise.equals(REQUIRED);
    }
  }

  /** What stands in a default's place where there is none. */
  static final String REQUIRED = "required";

  /** The range of a setting there is. */
  SettingRange range(String setting) {
    for (Setting one : settings) {
      if (one.name().equals(setting)) {
        return one.range();
      }
    }
    throw new IllegalArgumentException(name + " has no " + setting);
  }

  List<String> settingNames() {
    List<String> names = new ArrayList<>();
    for (Setting setting : settings) {
      names.add(setting.name());
    }
    return names;
  }
}
