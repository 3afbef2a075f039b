package dev.bauta.agent.api;

import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * Where an instrumentation registers the functions that its rewritten classes call, each under the
 * name that its rewrite uses. Every function is guarded: what it throws is counted and swallowed,
 * and the fallback's answer takes the value's place.
 */
public interface Links {

  /**
   * @param onFailure gives a harmless value of the same type; must not throw
   */
  void filter(String hook, UnaryOperator<Object> function, UnaryOperator<Object> onFailure);

  /**
   * A filter with a context: the first argument says where the value belongs, the second is the
   * value.
   *
   * @param onFailure takes the value and gives a harmless one of the same type; must not throw
   */
  void filter(
      String hook, BiFunction<Object, Object, Object> function, UnaryOperator<Object> onFailure);

  /** A call that returns nothing and whose failure changes nothing for the application. */
  void observe(String hook, Consumer<Object> function);

  /** A function that guards itself. Only for hooks whose shape the others do not have. */
  void unguarded(String hook, Object function);

  /** The function of {@link ClassEditor#bracket} that says where a thread's viewer stands. */
  default void place(String hook, Viewers viewers) {
    unguarded(hook, new ViewerPlace(viewers));
  }

  /** The function of {@link ClassEditor#bracket} that says where a thread's origin stands. */
  default void place(String hook, Origins origins) {
    unguarded(hook, new OriginPlace(origins));
  }

  /**
   * The function of {@link ClassEditor#bracket} that makes the viewer; where it fails it is nobody.
   */
  default void viewer(String hook, UnaryOperator<Object> function) {
    filter(hook, function, new Nobody());
  }

  /** The fallback for text: {@link Masking#MASKED}. */
  static Object masked(Object ignored) {
    return Masking.MASKED;
  }
}
