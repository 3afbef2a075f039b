package dev.bauta.agent.core;

import dev.bauta.agent.api.Masking;
import dev.bauta.agent.api.Place;
import dev.bauta.agent.api.Sink;

/**
 * Lets nothing out that a hook looks at: for woven classes whose agent could not read its rules.
 * Which values are personal is not known, so every one is hidden. Safe for any number of threads.
 */
final class ClosedMasking implements Masking {

  private static final Place CLOSED =
      new Place() {
        @Override
        public boolean numeric() {
          return true;
        }

        @Override
        public Object hide(Object value) {
          return value instanceof CharSequence ? MASKED : null;
        }

        @Override
        public boolean revealed() {
          return false;
        }
      };

  @Override
  public String text(Sink sink, String field, String text) {
    return text == null ? null : MASKED;
  }

  @Override
  public Object printed(Sink sink, String field, Object value) {
    return value == null || value instanceof Throwable ? value : MASKED;
  }

  @Override
  public Place column(String table, String label) {
    return CLOSED;
  }

  @Override
  public Place key(Sink sink, String key) {
    return CLOSED;
  }

  @Override
  public Place annotated(Sink sink, String type, String field) {
    return CLOSED;
  }

  @Override
  public boolean namesClass(String className) {
    return true; // so serialisers ask for each member, numbers too
  }

  @Override
  public Place member(Sink sink, String className, String member) {
    return CLOSED;
  }

  @Override
  public boolean alreadyRevealed(String text) {
    return false;
  }

  @Override
  public void failed(Throwable failure) {} // nobody reads figures of an agent that did not start
}
