package dev.bauta.agent.core;

import dev.bauta.agent.api.Links;
import dev.bauta.agent.api.Masking;
import dev.bauta.agent.api.Sink;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * The functions behind the link, by hook name. Every guarded function catches whatever is thrown: a
 * failure is counted and hides the value, it never reaches the application.
 */
final class LinkTable implements Links, Function<String, Object> {

  private final Map<String, Object> functions = new ConcurrentHashMap<>();
  private final Masking masking;
  private Sink sink;

  LinkTable(Masking masking) {
    this.masking = masking;
  }

  /**
   * Whose functions are registered from now on.
   *
   * @param sink what they protect, or null
   */
  void registering(Sink sink) {
    this.sink = sink;
  }

  /**
   * The function of a hook, called once for each call site.
   *
   * @throws IllegalStateException for a name that no instrumentation registered; the tests of each
   *     instrumentation link all of its call sites, so this is a build error
   */
  @Override
  public Object apply(String hook) {
    Object function = functions.get(hook);
    if (function == null) {
      throw new IllegalStateException(
          "no function for hook "
              + hook
              + "; bauta-agent.jar must be of the version that the class was woven with");
    }
    return function;
  }

  boolean has(String hook) {
    return functions.containsKey(hook);
  }

  @Override
  public void filter(String hook, UnaryOperator<Object> function, UnaryOperator<Object> onFailure) {
    functions.put(hook, new GuardedFilter(function, onFailure, masking, sink));
  }

  @Override
  public void filter(
      String hook, BiFunction<Object, Object, Object> function, UnaryOperator<Object> onFailure) {
    functions.put(hook, new GuardedContextFilter(function, onFailure, masking, sink));
  }

  @Override
  public void observe(String hook, Consumer<Object> function) {
    functions.put(hook, new GuardedObserver(function, masking));
  }

  @Override
  public void unguarded(String hook, Object function) {
    functions.put(hook, function);
  }

  /** A failure hides the value; where values are only looked at it leaves the value alone. */
  private static Object failed(
      Masking masking, Sink sink, UnaryOperator<Object> onFailure, Object value) {
    return sink != null && masking.observes(sink) ? value : onFailure.apply(value);
  }

  private record GuardedFilter(
      UnaryOperator<Object> function, UnaryOperator<Object> onFailure, Masking masking, Sink sink)
      implements UnaryOperator<Object> {
    @Override
    public Object apply(Object value) {
      try {
        return function.apply(value);
      } catch (Throwable failure) {
        masking.failed(failure);
        return LinkTable.failed(masking, sink, onFailure, value);
      }
    }
  }

  private record GuardedContextFilter(
      BiFunction<Object, Object, Object> function,
      UnaryOperator<Object> onFailure,
      Masking masking,
      Sink sink)
      implements BiFunction<Object, Object, Object> {
    @Override
    public Object apply(Object context, Object value) {
      try {
        return function.apply(context, value);
      } catch (Throwable failure) {
        masking.failed(failure);
        return LinkTable.failed(masking, sink, onFailure, value);
      }
    }
  }

  private record GuardedObserver(Consumer<Object> function, Masking masking)
      implements Consumer<Object> {
    @Override
    public void accept(Object value) {
      try {
        function.accept(value);
      } catch (Throwable failure) {
        masking.failed(failure);
      }
    }
  }
}
