package dev.bauta.engine;

import java.util.List;

/**
 * Where a piece of JSON comes from and where it is going. Class names are as {@link Class#getName}
 * gives them.
 *
 * @param traffic one of {@link #TRAFFIC}, never null
 * @param callers the classes named by a rule whose methods are running
 * @param mappers what names the mapper that writes; empty where that is not known
 * @param targets the class of the document's value, its superclasses and interfaces; empty where
 *     there is no such value
 */
public record JsonOrigin(
    String traffic, List<String> callers, List<String> mappers, List<String> targets) {

  /** The traffic of everything that has no name of its own. */
  public static final String OTHER = "other";

  /**
   * What traffic is called: the answer of a server, the request of a client, a message, an entry of
   * a cache, and everything else.
   */
  public static final List<String> TRAFFIC = List.of("server", "client", "message", "cache", OTHER);

  /** Copies the lists. */
  public JsonOrigin {
    callers = List.copyOf(callers);
    mappers = List.copyOf(mappers);
    targets = List.copyOf(targets);
  }
}
