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
  record Setting(String name, String meaning, String range, String otherwise) {}

  List<String> settingNames() {
    List<String> names = new ArrayList<>();
    for (Setting setting : settings) {
      names.add(setting.name());
    }
    return names;
  }
}
