package dev.bauta.agent.testing;

import dev.bauta.agent.api.Links;
import dev.bauta.agent.api.Masking;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** The link of a test: functions by hook name, guarded as the agent guards them. */
public final class TestLinks implements Links, Function<String, Object> {

  private final Map<String, Object> functions = new ConcurrentHashMap<>();
  private final Set<String> asked = ConcurrentHashMap.newKeySet();
  private final Masking masking;

  /** Links that report failures to this masking. */
  public TestLinks(Masking masking) {
    this.masking = masking;
  }

  /** The function of a hook; a name that nobody registered fails the test. */
  @Override
  public Object apply(String hook) {
    asked.add(hook);
    Object function = functions.get(hook);
    if (function == null) {
      throw new IllegalStateException("no function for hook " + hook);
    }
    return function;
  }

  /** The names of all registered functions. */
  public Set<String> registered() {
    return functions.keySet();
  }

  /** The names that rewritten code has asked for. */
  public Set<String> asked() {
    return asked;
  }

  @Override
  public void filter(String hook, UnaryOperator<Object> function, UnaryOperator<Object> onFailure) {
    UnaryOperator<Object> guarded =
        value -> {
          try {
            return function.apply(value);
          } catch (Throwable failure) {
            masking.failed(failure);
            return onFailure.apply(value);
          }
        };
    functions.put(hook, guarded);
  }

  @Override
  public void filter(
      String hook, BiFunction<Object, Object, Object> function, UnaryOperator<Object> onFailure) {
    BiFunction<Object, Object, Object> guarded =
        (context, value) -> {
          try {
            return function.apply(context, value);
          } catch (Throwable failure) {
            masking.failed(failure);
            return onFailure.apply(value);
          }
        };
    functions.put(hook, guarded);
  }

  @Override
  public void observe(String hook, Consumer<Object> function) {
    Consumer<Object> guarded =
        value -> {
          try {
            function.accept(value);
          } catch (Throwable failure) {
            masking.failed(failure);
          }
        };
    functions.put(hook, guarded);
  }

  @Override
  public void unguarded(String hook, Object function) {
    functions.put(hook, function);
  }
}
