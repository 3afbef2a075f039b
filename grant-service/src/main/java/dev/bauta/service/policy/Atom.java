package dev.bauta.service.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The smallest thing that can be asked for. A request is decided atom by atom, so that asking for
 * two things at once never gives more than asking for each.
 *
 * @param field empty for every field of the type
 */
public record Atom(String sink, String type, Optional<String> field) {

  /** All atoms of a question, in the order of their names; none where it asks for nothing. */
  static List<Atom> of(Question question) {
    List<Atom> atoms = new ArrayList<>();
    for (String sink : new TreeSet<>(question.sinks())) {
      for (String type : new TreeSet<>(question.types())) {
        if (question.fields().isEmpty()) {
          atoms.add(new Atom(sink, type, Optional.empty()));
        }
        for (String field : new TreeSet<>(question.fields().orElse(Set.of()))) {
          atoms.add(new Atom(sink, type, Optional.of(field)));
        }
      }
    }
    return atoms;
  }

  /** As a person would say it: {@code email in json}. */
  @Override
  public String toString() {
    return type + field.map(f -> " of field " + f).orElse("") + " in " + sink;
  }
}
