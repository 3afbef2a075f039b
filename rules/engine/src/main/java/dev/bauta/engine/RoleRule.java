package dev.bauta.engine;

import java.util.List;
import java.util.Set;

/**
 * Who sees values of a type as they are, without a grant: whoever has a role. Immutable and
 * thread-safe.
 *
 * @param role as the application's own security knows it; never a glob
 * @param type the values that are shown
 * @param sinks where; empty for every sink that shows anything at all, and logs never do
 * @param from the addresses that the person's request must come from; empty for any
 * @param authentications the ways to log in of which one must have been used; empty for any
 * @param sessionSeconds how old the session may be, or 0 where there need be none
 */
public record RoleRule(
    String role,
    PiiType type,
    Set<String> sinks,
    List<AddressRange> from,
    Set<String> authentications,
    long sessionSeconds) {

  /** Copies the collections. */
  public RoleRule {
    sinks = Set.copyOf(sinks);
    from = List.copyOf(from);
    authentications = Set.copyOf(authentications);
  }

  /** Whether it is about such values at that sink. */
  public boolean shows(String sink, PiiType shown) {
    return type.equals(shown) && !sink.equals("log") && (sinks.isEmpty() || sinks.contains(sink));
  }

  /** Whether a request from there is meant; one from nowhere known only where any is. */
  public boolean isFrom(String address) {
    if (from.isEmpty()) {
      return true;
    }
    byte[] bytes = address == null ? null : AddressRange.address(address);
    if (bytes != null) {
      for (AddressRange range : from) {
        if (range.holds(bytes)) {
          return true;
        }
      }
    }
    return false;
  }
}
