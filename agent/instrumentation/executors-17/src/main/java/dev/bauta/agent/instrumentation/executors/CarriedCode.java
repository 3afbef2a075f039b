package dev.bauta.agent.instrumentation.executors;

import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What an application wants to be called, with the viewer who asked for it. Each of these runs the
 * code with that viewer in the place of whatever thread calls it, and puts back who was there; that
 * calls nothing, so it holds even where the stack is used up. Kept in fields that no application
 * sees. Immutable.
 */
final class CarriedCode {

  private CarriedCode() {}

  record OfCallable(Hand hand, Object viewer, Callable<Object> code) implements Callable<Object> {
    @Override
    public Object call() throws Exception {
      Object[] place = hand.place();
      Object before = place[0];
      place[0] = viewer;
      try {
        return code.call();
      } finally {
        place[0] = before;
      }
    }

    @Override
    public String toString() { // a FutureTask shows it
      return code.toString();
    }
  }

  record OfSupplier(Hand hand, Object viewer, Supplier<Object> code) implements Supplier<Object> {
    @Override
    public Object get() {
      Object[] place = hand.place();
      Object before = place[0];
      place[0] = viewer;
      try {
        return code.get();
      } finally {
        place[0] = before;
      }
    }
  }

  record OfFunction(Hand hand, Object viewer, Function<Object, Object> code)
      implements Function<Object, Object> {
    @Override
    public Object apply(Object value) {
      Object[] place = hand.place();
      Object before = place[0];
      place[0] = viewer;
      try {
        return code.apply(value);
      } finally {
        place[0] = before;
      }
    }
  }

  record OfBiFunction(Hand hand, Object viewer, BiFunction<Object, Object, Object> code)
      implements BiFunction<Object, Object, Object> {
    @Override
    public Object apply(Object first, Object second) {
      Object[] place = hand.place();
      Object before = place[0];
      place[0] = viewer;
      try {
        return code.apply(first, second);
      } finally {
        place[0] = before;
      }
    }
  }

  record OfConsumer(Hand hand, Object viewer, Consumer<Object> code) implements Consumer<Object> {
    @Override
    public void accept(Object value) {
      Object[] place = hand.place();
      Object before = place[0];
      place[0] = viewer;
      try {
        code.accept(value);
      } finally {
        place[0] = before;
      }
    }
  }

  record OfBiConsumer(Hand hand, Object viewer, BiConsumer<Object, Object> code)
      implements BiConsumer<Object, Object> {
    @Override
    public void accept(Object first, Object second) {
      Object[] place = hand.place();
      Object before = place[0];
      place[0] = viewer;
      try {
        code.accept(first, second);
      } finally {
        place[0] = before;
      }
    }
  }
}
