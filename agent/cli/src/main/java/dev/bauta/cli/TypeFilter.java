package dev.bauta.cli;

import dev.bauta.engine.PiiType;
import java.util.List;
import java.util.function.Predicate;

/** The types asked for by id, where {@code national-id-*} stands for all that begin so. */
final class TypeFilter implements Predicate<PiiType> {

  private final List<String> ids;

  /**
   * @param ids empty for all types
   */
  TypeFilter(List<String> ids) {
    this.ids = List.copyOf(ids);
    for (String id : ids) {
      if (id.isBlank() || !id.matches("[a-z0-9*][a-z0-9-]*\\*?")) {
        throw new CliException(
            "--types: '" + id + "' can't be a type; 'bauta types' lists those there are");
      }
    }
  }

  @Override
  public boolean test(PiiType type) {
    if (ids.isEmpty()) {
      return true;
    }
    for (String id : ids) {
      boolean open = id.endsWith("*");
      if (open ? type.id().startsWith(id.substring(0, id.length() - 1)) : type.id().equals(id)) {
        return true;
      }
    }
    return false;
  }
}
