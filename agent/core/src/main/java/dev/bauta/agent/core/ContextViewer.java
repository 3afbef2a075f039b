package dev.bauta.agent.core;

import dev.bauta.agent.api.Identity;
import dev.bauta.engine.RoleRule;
import java.util.Set;
import java.util.function.Supplier;

/** What a security framework says. What it says may change, so nothing of it is kept. */
final class ContextViewer extends Viewer {

  private final Supplier<String> framework;
  private final Viewer below;
  private String revealedTo;

  /**
   * @param below who was there before it spoke, or null
   */
  ContextViewer(Supplier<String> framework, Viewer below) {
    super(null, below == null ? null : below.subject(), Set.of());
    this.framework = framework;
    this.below = below;
  }

  @Override
  String name() {
    return framework.get();
  }

  Viewer below() {
    return below;
  }

  @Override
  boolean isOfContext() {
    return true;
  }

  @Override
  boolean holds(RoleRule rule) {
    return framework instanceof Identity identity && holds(rule, identity);
  }

  @Override
  void revealed(Object value) {
    revealedTo = name();
    super.revealed(value);
  }

  /** What was shown to one is not shown to the next who logs in. */
  @Override
  boolean hasRevealed(Object value) {
    return super.hasRevealed(value) && revealedTo != null && revealedTo.equals(name());
  }
}
