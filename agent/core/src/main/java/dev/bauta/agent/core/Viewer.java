package dev.bauta.agent.core;

import dev.bauta.agent.api.Identity;
import dev.bauta.engine.RoleRule;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** What stands in a thread's place: somebody who may be looking. Used by its thread only. */
class Viewer {

  /** Nothing is ever revealed to it, so nothing in it changes. */
  static final Viewer NOBODY = new Viewer(null, null, Set.of());

  private final String subject;
  private final Viewer before;
  private Supplier<String> source;
  private String name;

  /** What knows the roles, or null. */
  private final Identity identity;

  /** The rules for roles that hold, settled on another thread; null where they are still asked. */
  private final Set<RoleRule> settled;

  private Map<RoleRule, Boolean> asked;

  /** The string that an earlier stage revealed last, for the next stage to leave alone. */
  private Object lastRevealed;

  /**
   * @param source asked for the name once; null for who cannot tell
   * @param before who answers where the source does not, or null
   */
  Viewer(Supplier<String> source, String subject, Viewer before) {
    this.source = source;
    this.identity = source instanceof Identity known ? known : null;
    this.subject = subject;
    this.before = before;
    this.settled = null;
  }

  /** Somebody of whom everything is known. */
  Viewer(String name, String subject, Set<RoleRule> settled) {
    this.name = name;
    this.identity = null;
    this.subject = subject;
    this.before = null;
    this.settled = settled;
  }

  /** The principal's name, or null for nobody; asked from its source once. */
  String name() {
    if (source != null) {
      Supplier<String> ask = source;
      source = null; // first: a source that throws or asks us back is not asked again
      name = ask.get();
    }
    return name;
  }

  /** Who answers where this one does not, or null. */
  Viewer before() {
    return before;
  }

  /** Whether a security framework put it here: what it does not know, nobody knows. */
  boolean isOfContext() {
    return false;
  }

  /** Whether a rule for a role holds; asked from the application once. */
  boolean holds(RoleRule rule) {
    if (settled != null) {
      return settled.contains(rule);
    }
    if (identity == null) {
      return false;
    }
    if (asked == null) {
      asked = new IdentityHashMap<>();
    }
    Boolean holds = asked.get(rule);
    if (holds == null) {
      holds = holds(rule, identity);
      asked.put(rule, holds);
    }
    return holds;
  }

  static boolean holds(RoleRule rule, Identity identity) {
    return identity.hasRole(rule.role())
        && (rule.from().isEmpty() || rule.isFrom(identity.remoteAddress()))
        && (rule.authentications().isEmpty() || loggedIn(rule, identity.authentication()))
        && (rule.sessionSeconds() == 0 || isYoung(rule, identity.sessionSeconds()));
  }

  private static boolean loggedIn(RoleRule rule, String way) {
    return way != null && rule.authentications().contains(way);
  }

  private static boolean isYoung(RoleRule rule, long seconds) {
    return seconds >= 0 && seconds <= rule.sessionSeconds();
  }

  /** The data subject whose values are being handled, or null where that is not known. */
  String subject() {
    return subject;
  }

  void revealed(Object value) {
    lastRevealed = value;
  }

  boolean hasRevealed(Object value) {
    return value != null && lastRevealed == value;
  }

  /** The one of another thread: everything that may be asked is settled here. */
  Viewer settled(String knownName, String knownSubject, List<RoleRule> rules) {
    Set<RoleRule> holding = Set.of();
    for (RoleRule rule : rules) {
      if (holds(rule)) {
        holding = new HashSet<>(holding);
        holding.add(rule);
      }
    }
    return new Viewer(knownName, knownSubject, holding);
  }
}
