package dev.bauta.agent.instrumentation.moshi;

import dev.bauta.agent.instrumentation.json.WriterHooks;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;

/**
 * A sink for raw JSON that keeps it until it is closed, and writes it masked to the real one. Used
 * by one thread.
 */
final class RawSink implements InvocationHandler {

  private final WriterHooks hooks;
  private final Object writer;
  private final Object sink;
  private final ByteArrayOutputStream raw = new ByteArrayOutputStream();
  private boolean closed;

  private RawSink(WriterHooks hooks, Object writer, Object sink) {
    this.hooks = hooks;
    this.writer = writer;
    this.sink = sink;
  }

  /** A sink of the same library over this one. */
  static Object over(WriterHooks hooks, Object writer, Object sink) {
    for (Class<?> type = sink.getClass(); type != null; type = type.getSuperclass()) {
      for (Class<?> implemented : type.getInterfaces()) {
        if (implemented.getName().equals("okio.Sink")) {
          return Proxy.newProxyInstance(
              implemented.getClassLoader(),
              new Class<?>[] {implemented},
              new RawSink(hooks, writer, sink));
        }
      }
    }
    throw new IllegalStateException("okio of an unknown shape");
  }

  @Override
  public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
    try {
      switch (method.getName()) {
        case "write" -> {
          byte[] bytes =
              (byte[])
                  arguments[0]
                      .getClass()
                      .getMethod("readByteArray", long.class)
                      .invoke(arguments[0], arguments[1]);
          raw.write(bytes, 0, bytes.length);
          return null;
        }
        case "flush" -> {
          return null;
        }
        case "close" -> close(method);
        case "equals" -> {
          return proxy == arguments[0];
        }
        case "hashCode" -> {
          return System.identityHashCode(proxy);
        }
        default -> {
          method.setAccessible(true); // the real sink's class is private
          return method.invoke(sink, arguments);
        }
      }
      return null;
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private void close(Method close) throws ReflectiveOperationException {
    if (!closed) {
      closed = true;
      write(masked());
    }
    close.invoke(sink);
  }

  private String masked() {
    try {
      return (String) hooks.raw(writer, raw.toString(StandardCharsets.UTF_8));
    } catch (Throwable failure) { // counted where it came from
      return "null";
    }
  }

  private void write(String json) throws ReflectiveOperationException {
    Class<?> sinkType = Class.forName("okio.Sink", false, sink.getClass().getClassLoader());
    Class<?> bufferType = Class.forName("okio.Buffer", true, sinkType.getClassLoader());
    Object buffer = bufferType.getConstructor().newInstance();
    bufferType.getMethod("writeUtf8", String.class).invoke(buffer, json);
    Object size = bufferType.getMethod("size").invoke(buffer);
    sinkType.getMethod("write", bufferType, long.class).invoke(sink, buffer, size);
  }
}
