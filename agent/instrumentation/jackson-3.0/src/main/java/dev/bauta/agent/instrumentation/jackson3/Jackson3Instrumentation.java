package dev.bauta.agent.instrumentation.jackson3;

import dev.bauta.agent.api.ClassHook;
import dev.bauta.agent.api.Instrumentation;
import dev.bauta.agent.api.Links;
import dev.bauta.agent.api.Masking;
import dev.bauta.agent.api.Sink;
import dev.bauta.agent.api.Viewers;
import dev.bauta.agent.instrumentation.jackson.JacksonHooks;
import dev.bauta.agent.instrumentation.jackson.JacksonNames;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.Writer;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Masks what Jackson 3.0 and newer write, at the same places as in Jackson 2. */
public final class Jackson3Instrumentation implements Instrumentation {

  private static final String CORE = "tools.jackson.core.";

  private final JacksonHooks hooks = new JacksonHooks(JacksonNames.THREE);

  @Override
  public String name() {
    return "jackson-3.0";
  }

  @Override
  public Sink sink() {
    return Sink.JSON;
  }

  @Override
  public List<ClassHook> hooks() {
    return hooks.hooks();
  }

  @Override
  public void link(Links links, Masking masking, Viewers viewers) {
    hooks.link(links, masking);
  }

  /** Writes the canary as a string with both generators; needs jackson-core only. */
  @Override
  public String showCanary(Class<?> hooked, String canary) throws ReflectiveOperationException {
    ClassLoader loader = hooked.getClassLoader();
    Class<?> factoryType = Class.forName(CORE + "json.JsonFactory", true, loader);
    Class<?> contextType = Class.forName(CORE + "ObjectWriteContext", true, loader);
    Object factory = factoryType.getConstructor().newInstance();
    Object context = contextType.getMethod("empty").invoke(null);
    StringWriter chars = new StringWriter();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Method toChars = factoryType.getMethod("createGenerator", contextType, Writer.class);
    Method toBytes = factoryType.getMethod("createGenerator", contextType, OutputStream.class);
    Method writeString =
        Class.forName(CORE + "JsonGenerator", true, loader).getMethod("writeString", String.class);
    write(toChars.invoke(factory, context, chars), writeString, canary);
    write(toBytes.invoke(factory, context, bytes), writeString, canary);
    return chars + bytes.toString(StandardCharsets.UTF_8);
  }

  private static void write(Object generator, Method writeString, String canary)
      throws ReflectiveOperationException {
    try (Closeable closing = (Closeable) generator) {
      writeString.invoke(closing, canary);
    } catch (IOException e) {
      throw new ReflectiveOperationException("Jackson could not write a canary to memory", e);
    }
  }
}
