package dev.bauta.engine;

import java.util.ArrayList;
import java.util.List;

/** What comes out of one example. */
final class Trial {

  private final RuleSet rules;
  private final List<String> types = new ArrayList<>();
  private String masked;

  Trial(RuleSet rules) {
    this.rules = rules;
  }

  /** The ids of the types found, in their order in the text. */
  List<String> types() {
    return types;
  }

  String masked() {
    return masked;
  }

  /**
   * Masks a text.
   *
   * @param place column, key, path, mdc, member, logger, or what says which JSON is meant; null for
   *     free text
   * @param name of the place
   */
  void run(String place, String name, String text) {
    if (place != null && Settings.ORIGINS.contains(place) && isRaw(place, name)) {
      masked = text;
      return;
    }
    Mark mark = place == null ? null : mark(place, name);
    if (mark != null && rules.allows(mark.type(), text)) {
      masked = text;
    } else if (mark != null) {
      masked = mark.masker().mask(text, mark.type());
      types.add(mark.type().id());
    } else {
      inText(("logger".equals(place) ? rules.logger(name) : rules).text(), text);
    }
  }

  private boolean isRaw(String place, String name) {
    OriginRules origins = rules.origins();
    List<String> names = List.of(name);
    return origins != null
        && origins.leavesRaw(
            new JsonOrigin(
                place.equals("traffic") ? name : JsonOrigin.OTHER,
                place.equals("caller") ? names : List.of(),
                place.equals("mapper") ? names : List.of(),
                place.equals("target") ? names : List.of()));
  }

  private void inText(TextMasker masker, String text) {
    masked = masker.mask(text, Disclosure.NOTHING, Tally.NONE);
    for (Finding finding : masker.find(text)) {
      types.add(finding.type().id());
    }
  }

  private Mark mark(String place, String name) {
    int dot = name.lastIndexOf('.');
    return switch (place) {
      case "column" ->
          rules.column(dot < 0 ? null : name.substring(0, dot), name.substring(dot + 1));
      case "key" -> rules.key(name);
      case "mdc" -> rules.mdc(name);
      case "member" -> member(name, dot);
      case "path" -> path(name);
      default -> null;
    };
  }

  private Mark member(String name, int dot) {
    if (dot < 0) {
      throw new IllegalArgumentException(
          "member needs a class and a member; write it like com.acme.Customer.ssn");
    }
    return rules.member(name.substring(0, dot), name.substring(dot + 1));
  }

  /** Walks the place as a writer would; {@code [0]} is the element of an array. */
  private Mark path(String name) {
    String last = null;
    PathRules paths = rules.paths();
    PathRules.State state = paths == null ? null : paths.root();
    for (String part : name.replace("[", ".[").split("\\.", -1)) {
      if (part.equals("$") || part.isEmpty()) {
        continue;
      }
      boolean element = part.charAt(0) == '[';
      last = element ? last : part;
      if (state != null) {
        state = element ? state.enterArray() : state.enter(part);
      }
    }
    if (last == null || !name.startsWith("$")) {
      throw new IllegalArgumentException(
          "'" + name + "' is no place in a document; write it like $.orders[0].iban");
    }
    return state != null && state.decided() ? state.mark() : rules.key(last);
  }
}
