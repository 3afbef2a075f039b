package dev.bauta.agent.core;

import dev.bauta.agent.api.JsonPlace;
import dev.bauta.agent.api.Place;
import dev.bauta.agent.api.Sink;
import dev.bauta.engine.Mark;
import dev.bauta.engine.PathRules;

/**
 * A place in a JSON document, and how far the path rules have come there. Made anew on the way to
 * each value, so changed rules hold from the next value on.
 *
 * @param field the name nearest above, which a grant may ask for; null where there is none
 */
record PathPlace(MaskingService masking, PathRules.State state, String field) implements JsonPlace {

  PathPlace(MaskingService masking, PathRules.State root) {
    this(masking, root, null);
  }

  @Override
  public JsonPlace member(String name) {
    return new PathPlace(masking, state.enter(name), name);
  }

  @Override
  public JsonPlace element() {
    return new PathPlace(masking, state.enterArray(), field);
  }

  @Override
  public boolean decided() {
    return state.decided();
  }

  @Override
  public Place rule() {
    Mark mark = state.mark();
    return mark == null
        ? null
        : new MarkedPlace(masking, Sink.JSON, field, new Where.InJson(mark), masking.rules(), mark);
  }
}
