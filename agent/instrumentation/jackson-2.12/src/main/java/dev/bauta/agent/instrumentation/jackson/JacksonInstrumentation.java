package dev.bauta.agent.instrumentation.jackson;

import dev.bauta.agent.api.ClassHook;
import dev.bauta.agent.api.Instrumentation;
import dev.bauta.agent.api.Links;
import dev.bauta.agent.api.Masking;
import dev.bauta.agent.api.Sink;
import dev.bauta.agent.api.Viewers;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.Writer;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Masks what Jackson 2.12 and newer write: the values of annotated members where a property's
 * writer reads them, and every other string by its key and content where a generator writes it.
 */
public final class JacksonInstrumentation implements Instrumentation {

  private final JacksonHooks hooks = new JacksonHooks(JacksonNames.TWO);

  @Override
  public String name() {
    return "jackson-2.12";
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
    Class<?> factoryType =
        Class.forName("com.fasterxml.jackson.core.JsonFactory", true, hooked.getClassLoader());
    Object factory = factoryType.getConstructor().newInstance();
    StringWriter chars = new StringWriter();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    write(
        factoryType.getMethod("createGenerator", Writer.class).invoke(factory, chars),
        factoryType,
        canary);
    write(
        factoryType.getMethod("createGenerator", OutputStream.class).invoke(factory, bytes),
        factoryType,
        canary);
    return chars + bytes.toString(StandardCharsets.UTF_8);
  }

  private static void write(Object generator, Class<?> factoryType, String canary)
      throws ReflectiveOperationException {
    Class<?> type =
        Class.forName(
            "com.fasterxml.jackson.core.JsonGenerator", true, factoryType.getClassLoader());
    Method writeString = type.getMethod("writeString", String.class);
    try (Closeable closing = (Closeable) generator) {
      writeString.invoke(closing, canary);
    } catch (IOException e) {
      throw new ReflectiveOperationException("Jackson could not write a canary to memory", e);
    }
  }
}
