package dev.bauta.it.probe;

import dev.bauta.annotations.Viewer;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Who the agent takes to be looking on the running thread, asked from the agent itself: fast enough
 * for millions of questions.
 */
final class Looking {

  private static final Supplier<?> PLACE = place();
  private static final MethodHandle NAME = name();

  private Looking() {}

  /** The principal, or null for nobody. */
  static String who() {
    Object viewer = ((Object[]) PLACE.get())[0];
    try {
      return viewer == null ? null : (String) NAME.invokeExact(viewer);
    } catch (Throwable failed) {
      throw new IllegalStateException(failed);
    }
  }

  /** As the lines of a probe say it. */
  static String said() {
    String who = who();
    return who == null ? "nobody" : who;
  }

  private static Supplier<?> place() {
    try {
      Viewer.run(null, () -> {}); // so that its functions are registered
      Class<?> premain =
          ClassLoader.getSystemClassLoader().loadClass("dev.bauta.agent.AgentPremain");
      Function<?, ?> link = (Function<?, ?>) premain.getField("link").get(null);
      return (Supplier<?>) ask(link, "viewer.place");
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  @SuppressWarnings("unchecked")
  static Object ask(Function<?, ?> link, String hook) {
    return ((Function<String, Object>) link).apply(hook);
  }

  private static MethodHandle name() {
    Object[] place = (Object[]) PLACE.get();
    Object[] viewer = new Object[1];
    Viewer.run("somebody", () -> viewer[0] = place[0]);
    try {
      Method name = viewer[0].getClass().getDeclaredMethod("name");
      name.setAccessible(true);
      return MethodHandles.lookup()
          .unreflect(name)
          .asType(MethodType.methodType(String.class, Object.class));
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }
}
