package dev.bauta.agent.api;

import java.util.function.Predicate;

/**
 * Where principals come from besides what a library itself knows; the configuration says so.
 * Immutable and thread-safe.
 *
 * @param header the header of a request that names the principal, or null for none
 * @param proxy whether the address is a proxy that may say so; asked with what the server calls the
 *     remote address
 * @param contextKey the key of the logging context (MDC) that names the principal, or null for none
 */
public record ViewerSources(String header, Predicate<String> proxy, String contextKey) {

  /** None. */
  public static final ViewerSources NONE = new ViewerSources(null, new Nowhere(), null);

  /** No lambda: those are slow at start. */
  private record Nowhere() implements Predicate<String> {
    @Override
    public boolean test(String address) {
      return false;
    }
  }
}
