package dev.bauta.service.access;

/** How a request came to its grant. */
public enum Kind {
  /** As the policy's rules say. */
  NORMAL,
  /** Past everybody, in an emergency; it is reviewed afterwards. */
  BREAK_GLASS
}
