package dev.bauta.agent.core;

import dev.bauta.agent.api.Masking;
import dev.bauta.agent.api.Place;
import dev.bauta.agent.api.Sink;

/**
 * Lets everything out as it is: for woven classes where the agent is switched off, or was told to
 * go on unprotected. Safe for any number of threads.
 */
final class OpenMasking implements Masking {

  private static final Place OPEN =
      new Place() {
        @Override
        public boolean numeric() {
          return false;
        }

        @Override
        public Object hide(Object value) {
          return value;
        }

        @Override
        public boolean revealed() {
          return true;
        }

        @Override
        public boolean observes() {
          return true;
        }
      };

  @Override
  public String text(Sink sink, String field, String text) {
    return text;
  }

  @Override
  public String text(Sink sink, String field, char[] text, int from, int to) {
    return null;
  }

  @Override
  public Object printed(Sink sink, String field, Object value) {
    return value;
  }

  @Override
  public Place column(String table, String label) {
    return null;
  }

  @Override
  public Place key(Sink sink, String key) {
    return null;
  }

  @Override
  public Place annotated(Sink sink, String type, String field) {
    return OPEN;
  }

  @Override
  public boolean alreadyRevealed(String text) {
    return false;
  }

  @Override
  public boolean observes(Sink sink) {
    return true;
  }

  @Override
  public void failed(Throwable failure) {} // nothing is hidden, so nothing can fail to be
}
