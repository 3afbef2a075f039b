package dev.bauta.service.chat.slack;

import com.slack.api.model.block.composition.OptionGroupObject;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.block.element.MultiStaticSelectElement;
import com.slack.api.model.block.element.StaticSelectElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Menus. Slack takes 100 options, or 100 groups of 100: beyond 100 the options are put into groups
 * named by their first and last one, so that no menu has to ask us for its options.
 */
final class Choices {
  private static final int MOST = 100;

  private Choices() {}

  /** A menu to choose one from; chosen already if it is the only one. */
  static StaticSelectElement one(Map<String, String> labelsByValue) {
    String only = labelsByValue.size() == 1 ? labelsByValue.keySet().iterator().next() : null;
    return one(labelsByValue, only);
  }

  /**
   * @param chosen the value chosen at first, or null
   */
  static StaticSelectElement one(Map<String, String> labelsByValue, String chosen) {
    var menu = StaticSelectElement.builder().actionId(Ids.VALUE);
    if (chosen != null) menu.initialOption(Blocks.option(labelsByValue.get(chosen), chosen));
    List<OptionObject> options = options(labelsByValue);
    return (options.size() <= MOST ? menu.options(options) : menu.optionGroups(groups(options)))
        .build();
  }

  /** A menu to choose several from; chosen already if there is only one. */
  static MultiStaticSelectElement several(Map<String, String> labelsByValue) {
    var menu = MultiStaticSelectElement.builder().actionId(Ids.VALUE);
    List<OptionObject> options = options(labelsByValue);
    if (options.size() == 1) menu.initialOptions(options);
    return (options.size() <= MOST ? menu.options(options) : menu.optionGroups(groups(options)))
        .build();
  }

  /** As {@link #several(Map)}, with those chosen at first that it offers. */
  static MultiStaticSelectElement several(Map<String, String> labelsByValue, List<String> chosen) {
    MultiStaticSelectElement menu = several(labelsByValue);
    Map<String, String> first = new TreeMap<>(labelsByValue);
    first.keySet().retainAll(chosen);
    if (!first.isEmpty()) menu.setInitialOptions(options(first));
    return menu;
  }

  /** A menu to choose several from, all of them chosen at first. */
  static MultiStaticSelectElement allOf(Map<String, String> labelsByValue) {
    MultiStaticSelectElement menu = several(labelsByValue);
    menu.setInitialOptions(options(labelsByValue));
    return menu;
  }

  private static List<OptionObject> options(Map<String, String> labelsByValue) {
    List<OptionObject> options = new ArrayList<>();
    labelsByValue.forEach((value, label) -> options.add(Blocks.option(label, value)));
    return options;
  }

  private static List<OptionGroupObject> groups(List<OptionObject> options) {
    List<OptionGroupObject> groups = new ArrayList<>();
    for (int from = 0; from < options.size() && groups.size() < MOST; from += MOST) {
      List<OptionObject> part = options.subList(from, Math.min(from + MOST, options.size()));
      groups.add(
          OptionGroupObject.builder().label(Blocks.plain(label(part))).options(part).build());
    }
    return groups;
  }

  private static String label(List<OptionObject> part) {
    int half = Blocks.LABEL / 2 - 2;
    return SlackText.escaped(part.get(0).getValue(), half)
        + " - "
        + SlackText.escaped(part.get(part.size() - 1).getValue(), half);
  }
}
