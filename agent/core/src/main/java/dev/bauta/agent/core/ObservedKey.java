package dev.bauta.agent.core;

import dev.bauta.agent.api.Place;
import dev.bauta.agent.api.Sink;
import dev.bauta.agent.api.log.Label;

/**
 * A key that a logger writes and no rule names, where values are only looked at: there the report
 * shall name the key. Where they are hidden, hooks treat such a key's value as any text.
 *
 * @param logger may be null
 */
record ObservedKey(MaskingService masking, String logger, String key) implements Place {

  @Override
  public boolean numeric() {
    return false;
  }

  @Override
  public Object hide(Object value) {
    if (!(value instanceof String text)) {
      return value;
    }
    if (!observes()) { // the modes have changed since the hook asked
      return masking.text(Sink.LOG, logger, text);
    }
    boolean labelled = Label.ofKey(key, text) != null; // as hooks do where they hide
    masking.observed(Spot.ofKey(Sink.LOG, logger, key), labelled ? key + "=" + text : text);
    return value;
  }

  @Override
  public boolean revealed() {
    return observes();
  }

  @Override
  public boolean observes() {
    return masking.observes(Sink.LOG);
  }
}
