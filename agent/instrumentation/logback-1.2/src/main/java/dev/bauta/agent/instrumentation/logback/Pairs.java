package dev.bauta.agent.instrumentation.logback;

import dev.bauta.agent.api.Masking;
import dev.bauta.agent.api.Place;
import dev.bauta.agent.api.Sink;
import dev.bauta.agent.api.log.Label;
import dev.bauta.agent.api.log.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/**
 * Key-value pairs of the fluent API: by the rule for a key, else by content. A pair with something
 * to hide is replaced by a new one of its own class in a new list; the application's stay as they
 * are. Thread-safe.
 */
final class Pairs implements BiFunction<Object, Object, Object> {

  private static final ClassValue<PairClass> CLASSES =
      new ClassValue<>() {
        @Override
        protected PairClass computeValue(Class<?> type) {
          return PairClass.of(type);
        }
      };

  private final Masking masking;
  private final Values values;

  Pairs(Masking masking, Values values) {
    this.masking = masking;
    this.values = values;
  }

  /** The same pair, or list of pairs, when there is nothing to hide. */
  @Override
  public Object apply(Object logger, Object pairOrList) {
    String name = (String) logger;
    return pairOrList instanceof List<?> pairs ? hideAll(name, pairs) : hideOne(name, pairOrList);
  }

  /** The pair that takes the place of one that could not be masked; null for an unknown shape. */
  static Object masked(Object pair) {
    try {
      PairClass shape = CLASSES.get(pair.getClass());
      return shape.create(shape.key(pair), Masking.MASKED);
    } catch (Throwable unknownShape) {
      return null;
    }
  }

  private Object hideAll(String logger, List<?> pairs) {
    List<Object> copy = null;
    for (int i = 0; i < pairs.size(); i++) {
      Object pair = pairs.get(i);
      Object hidden = hideOne(logger, pair);
      if (hidden != pair) {
        if (copy == null) {
          copy = new ArrayList<>(pairs);
        }
        copy.set(i, hidden);
      }
    }
    return copy == null ? pairs : copy;
  }

  private Object hideOne(String logger, Object pair) {
    if (pair == null) {
      return null;
    }
    PairClass shape = CLASSES.get(pair.getClass());
    String key = shape.key(pair);
    Object value = shape.value(pair);
    Object hidden;
    try {
      hidden = value == null ? null : hide(logger, key, value);
    } catch (Throwable failure) { // a toString() that throws costs its own pair only
      masking.failed(failure);
      hidden = masking.instead(Sink.LOG, value);
    }
    return hidden == value ? pair : shape.create(key, hidden);
  }

  private Object hide(String logger, String key, Object value) {
    Place place = key == null ? null : masking.logKey(logger, key);
    if (place != null) {
      Object hidden = place.hide(Values.print(value));
      return place.observes() ? value : hidden == null ? Masking.MASKED : hidden;
    }
    Label label = Label.ofKey(key, value);
    return label == null ? values.hide(logger, value) : label.hide(masking, logger, value);
  }
}
