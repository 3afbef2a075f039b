package dev.bauta.agent.instrumentation.log4j2;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Logs through a logger of a context of its own, whose one appender reads what layouts print. No
 * appender of the application's sees it, and the context is never started.
 */
final class Canary {

  private static final String PACKAGE = "org.apache.logging.log4j.";

  private Canary() {}

  /** What was shown, or null where a layout is used without Log4j. */
  static String show(ClassLoader loader, String canary) throws ReflectiveOperationException {
    Class<?> contextClass;
    try {
      contextClass = load(loader, "core.LoggerContext");
    } catch (ClassNotFoundException layoutForOthers) {
      return null;
    }
    Object context = contextClass.getConstructor(String.class).newInstance("bauta.canary");
    Object configuration = contextClass.getMethod("getConfiguration").invoke(context);
    Reader reader = new Reader(loader, configuration);
    attach(loader, configuration, reader);
    Object logger =
        contextClass.getMethod("getLogger", String.class).invoke(context, "bauta.canary");
    Class<?> message = load(loader, "message.Message");
    Class<?> level = load(loader, "Level");
    load(loader, "core.Logger")
        .getMethod(
            "logMessage", String.class, level, load(loader, "Marker"), message, Throwable.class)
        .invoke(
            logger,
            Canary.class.getName(),
            level.getField("INFO").get(null),
            null,
            load(loader, "message.ParameterizedMessage")
                .getConstructor(String.class, Object[].class)
                .newInstance("canary {} and {}", new Object[] {canary, "fine"}),
            new IllegalStateException(canary));
    return reader.shown.toString();
  }

  /** The configuration's own appender goes, which is the console. */
  private static void attach(ClassLoader loader, Object configuration, Reader reader)
      throws ReflectiveOperationException {
    Class<?> appender = load(loader, "core.Appender");
    Class<?> loggerConfig = load(loader, "core.config.LoggerConfig");
    Object root =
        load(loader, "core.config.Configuration").getMethod("getRootLogger").invoke(configuration);
    Map<?, ?> others = (Map<?, ?>) loggerConfig.getMethod("getAppenders").invoke(root);
    List<Object> names = new ArrayList<>(others.keySet());
    for (Object name : names) {
      loggerConfig.getMethod("removeAppender", String.class).invoke(root, name);
    }
    loggerConfig
        .getMethod("addAppender", appender, load(loader, "Level"), load(loader, "core.Filter"))
        .invoke(
            root, Proxy.newProxyInstance(loader, new Class<?>[] {appender}, reader), null, null);
  }

  private static Class<?> load(ClassLoader loader, String name) throws ClassNotFoundException {
    return Class.forName(PACKAGE + name, true, loader);
  }

  /** An appender that writes down what it is given. */
  private static final class Reader implements InvocationHandler {
    private final ClassLoader loader;
    private final Object configuration;
    private final StringBuilder shown = new StringBuilder();

    private Reader(ClassLoader loader, Object configuration) {
      this.loader = loader;
      this.configuration = configuration;
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
      switch (method.getName()) {
        case "append" -> read(arguments[0]);
        case "getName", "toString" -> {
          return "bauta";
        }
        case "isStarted" -> {
          return true;
        }
        case "hashCode" -> {
          return System.identityHashCode(proxy);
        }
        case "equals" -> {
          return proxy == arguments[0];
        }
        default -> {}
      }
      return method.getReturnType() == boolean.class ? Boolean.FALSE : null;
    }

    private void read(Object event) throws ReflectiveOperationException {
      Class<?> eventClass = load(loader, "core.LogEvent");
      Object message = eventClass.getMethod("getMessage").invoke(event);
      Class<?> messageClass = load(loader, "message.Message");
      shown.append(messageClass.getMethod("getFormattedMessage").invoke(message)).append('\n');
      Class<?> converter = load(loader, "core.pattern.ThrowablePatternConverter");
      Object stackTrace =
          converter
              .getMethod("newInstance", load(loader, "core.config.Configuration"), String[].class)
              .invoke(null, configuration, new String[0]);
      converter
          .getMethod("format", eventClass, StringBuilder.class)
          .invoke(stackTrace, event, shown);
    }
  }
}
