package dev.bauta.agent.core;

import java.lang.reflect.Method;
import java.util.function.ToDoubleFunction;

/**
 * The application's own global Micrometer registry. It lives in another class loader than our
 * Micrometer, so it is reached by reflection, through public methods only.
 */
final class ApplicationMeters implements Meters {

  private final Object registry;
  private final ClassLoader loader;

  private ApplicationMeters(Object registry, ClassLoader loader) {
    this.registry = registry;
    this.loader = loader;
  }

  /** The global registry of this {@code Metrics} class, or null where it has another shape. */
  static Meters of(Class<?> metrics) {
    try {
      return new ApplicationMeters(
          metrics.getField("globalRegistry").get(null), metrics.getClassLoader());
    } catch (ReflectiveOperationException otherShape) {
      return null;
    }
  }

  @Override
  public <T> void counter(
      String name, String doc, T source, ToDoubleFunction<T> value, String... tags) {
    register("io.micrometer.core.instrument.FunctionCounter", name, doc, source, value, tags);
  }

  @Override
  public <T> void gauge(
      String name, String doc, T source, ToDoubleFunction<T> value, String... tags) {
    register("io.micrometer.core.instrument.Gauge", name, doc, source, value, tags);
  }

  private void register(
      String meter,
      String name,
      String doc,
      Object source,
      ToDoubleFunction<?> value,
      String... tags) {
    try {
      Class<?> type = Class.forName(meter, false, loader);
      Object builder =
          type.getMethod("builder", String.class, Object.class, ToDoubleFunction.class)
              .invoke(null, name, source, value);
      Class<?> builderType = builder.getClass();
      builderType.getMethod("tags", String[].class).invoke(builder, (Object) tags);
      builderType.getMethod("description", String.class).invoke(builder, doc);
      for (Method method : builderType.getMethods()) {
        if (method.getName().equals("register") && method.getParameterCount() == 1) {
          method.invoke(builder, registry);
          return;
        }
      }
    } catch (ReflectiveOperationException otherShape) {
      // An old or newer Micrometer: its users read the same figures over JMX.
    }
  }
}
