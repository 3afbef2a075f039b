package dev.bauta.agent.core;

import dev.bauta.agent.api.Sink;
import dev.bauta.engine.PiiType;

/**
 * The one decision whether a raw value may be shown. Asked for every value at every sink, so a
 * check with no live grant is one volatile read. Thread-safe; no lock, no network.
 */
interface Reveals {

  /** Nobody sees anything: the agent without a grant service. */
  Reveals NOTHING =
      new Reveals() {
        @Override
        public boolean anyLive() {
          return false;
        }

        @Override
        public boolean reveal(
            String principal, Sink sink, PiiType type, String field, String subject) {
          return false;
        }
      };

  /** Whether any grant is live here at all. */
  boolean anyLive();

  /**
   * Whether this principal may see this value now; a true answer is counted as one reveal.
   *
   * @param field the column or key, or null where it is not known
   * @param subject the data subject, or null where it is not known
   */
  boolean reveal(String principal, Sink sink, PiiType type, String field, String subject);
}
