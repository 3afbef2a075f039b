package dev.bauta.grants;

import java.util.HashSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/**
 * Which names of a kind a scope covers: every one, or those listed. An empty list covers nothing;
 * "every one" has to be said. Case does not count: databases print {@code street} as {@code
 * STREET}. Immutable.
 */
public final class Selection {

  private static final Selection ANY = new Selection(null);

  private final Set<String> names;

  private Selection(Set<String> names) {
    this.names = names;
  }

  /** Every name. */
  public static Selection any() {
    return ANY;
  }

  /** These names and no others; none where the set is empty. */
  public static Selection of(Set<String> names) {
    Set<String> lowerCase = new HashSet<>();
    names.forEach(name -> lowerCase.add(name.toLowerCase(Locale.ROOT)));
    return new Selection(Set.copyOf(lowerCase));
  }

  /** Whether every name is covered. */
  public boolean isAny() {
    return names == null;
  }

  /** The names listed, in lower case; empty where every name is covered (see {@link #isAny}). */
  public Set<String> names() {
    return names == null ? Set.of() : names;
  }

  /** Whether this name is covered; an unknown name (null) only where every one is. */
  public boolean contains(String name) {
    return names == null || name != null && names.contains(name.toLowerCase(Locale.ROOT));
  }

  /** Whether this covers nothing that {@code wider} does not. */
  public boolean narrows(Selection wider) {
    return wider.names == null || names != null && wider.names.containsAll(names);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Selection that && Objects.equals(names, that.names);
  }

  @Override
  public int hashCode() {
    return Objects.hashCode(names);
  }

  @Override
  public String toString() {
    return names == null ? "*" : names.toString();
  }
}
