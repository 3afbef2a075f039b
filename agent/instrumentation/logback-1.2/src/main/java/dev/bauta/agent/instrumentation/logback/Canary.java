package dev.bauta.agent.instrumentation.logback;

import java.lang.reflect.Constructor;

/**
 * Makes an event as Logback would and reads back what encoders print. It belongs to a context of
 * its own, so no appender of the application's ever sees it.
 */
final class Canary {

  private static final String PACKAGE = "ch.qos.logback.classic.";

  private Canary() {}

  static String show(ClassLoader loader, String canary) throws ReflectiveOperationException {
    Class<?> contextClass = load(loader, "LoggerContext");
    Object context = contextClass.getConstructor().newInstance();
    Object logger =
        contextClass.getMethod("getLogger", String.class).invoke(context, "bauta.canary");
    Class<?> eventClass = load(loader, "spi.LoggingEvent");
    Constructor<?> create =
        eventClass.getConstructor(
            String.class,
            load(loader, "Logger"),
            load(loader, "Level"),
            String.class,
            Throwable.class,
            Object[].class);
    Object event =
        create.newInstance(
            Canary.class.getName(),
            logger,
            load(loader, "Level").getField("INFO").get(null),
            "canary " + canary + " {} and {}",
            new IllegalStateException(canary),
            new Object[] {canary, "fine"});
    Object throwable = eventClass.getMethod("getThrowableProxy").invoke(event);
    Object[] arguments = (Object[]) eventClass.getMethod("getArgumentArray").invoke(event);
    return eventClass.getMethod("getMessage").invoke(event)
        + "\n"
        + eventClass.getMethod("getFormattedMessage").invoke(event)
        + "\n"
        + arguments[0]
        + "\n"
        + load(loader, "spi.IThrowableProxy").getMethod("getMessage").invoke(throwable);
  }

  private static Class<?> load(ClassLoader loader, String name) throws ClassNotFoundException {
    return Class.forName(PACKAGE + name, true, loader);
  }
}
