package dev.bauta.agent.api;

import java.util.function.Supplier;

/**
 * A source of a principal that knows more than the name. Asked on the thread that it belongs to,
 * and only when something may be shown; what it throws is nobody.
 */
public interface Identity extends Supplier<String> {

  /** Whether the application's own security gives the principal this role. */
  boolean hasRole(String role);

  /**
   * Where the request comes from, behind proxies that are trusted; null where that is not known.
   */
  default String remoteAddress() {
    return null;
  }

  /** How the principal logged in, as servlets call it ({@code FORM}), or null. */
  default String authentication() {
    return null;
  }

  /** The age of the session in seconds, or -1 where there is none. */
  default long sessionSeconds() {
    return -1;
  }
}
