package dev.bauta.agent.instrumentation.jsonp;

import dev.bauta.agent.api.ClassEditor;
import dev.bauta.agent.api.ClassHook;
import dev.bauta.agent.api.Instrumentation;
import dev.bauta.agent.api.Links;
import dev.bauta.agent.api.Masking;
import dev.bauta.agent.api.Sink;
import dev.bauta.agent.api.Viewers;
import dev.bauta.agent.instrumentation.json.WriterHooks;
import dev.bauta.agent.instrumentation.json.WriterRewrite;
import java.io.Closeable;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.lang.reflect.Method;
import java.util.List;
import java.util.function.Predicate;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Masks what JSON-P and JSON-B write with Parsson and Yasson: annotated members where Yasson reads
 * them, and every string by its key and content where Parsson's generator writes it.
 */
public final class JsonpInstrumentation implements Instrumentation {

  static final String GENERATOR = "org/eclipse/parsson/JsonGeneratorImpl";
  static final String STRING = "org/eclipse/parsson/JsonStringImpl";
  static final String PROPERTY = "org/eclipse/yasson/internal/model/PropertyModel";

  private static final String LIBRARY = "jsonp";
  private static final String TEXT = "Ljava/lang/String;";

  @Override
  public String name() {
    return "jsonp-parsson-1.0";
  }

  @Override
  public Sink sink() {
    return Sink.JSON;
  }

  @Override
  public List<ClassHook> hooks() {
    return List.of(
        ClassHook.named(GENERATOR, JsonpInstrumentation::generator),
        ClassHook.named(STRING, JsonpInstrumentation::string),
        ClassHook.named(PROPERTY, JsonpInstrumentation::property));
  }

  @Override
  public void link(Links links, Masking masking, Viewers viewers) {
    new WriterHooks(LIBRARY, masking).link(links);
  }

  private static void generator(ClassEditor editor) {
    WriterRewrite rewrite = new WriterRewrite(editor, LIBRARY);
    WriterRewrite.Context self = m -> WriterRewrite.load(0);
    WriterRewrite.Context first = m -> WriterRewrite.load(1);
    WriterRewrite.Context noName = m -> WriterRewrite.none();
    rewrite.argument(
        "write", "(" + TEXT + "Ljava/lang/CharSequence;)V", 1, WriterHooks.STRING, first);
    rewrite.argument(takes("write", "(" + TEXT + ")"), "write", 0, WriterHooks.STRING, self);
    // every name passes one of these two; the second writes a number under it
    rewrite.argument(takes("writeName", "(" + TEXT + ")"), "writeName", 0, WriterHooks.NAME);
    rewrite.argument(
        takes("writeValue", "(" + TEXT + TEXT + ")"), "writeValue", 0, WriterHooks.NAME);
    rewrite.entry(takes("writeKey", "(" + TEXT + ")"), "writeKey", WriterHooks.VALUE, first);
    for (String kind : new String[] {"Array", "Object"}) {
      String method = "writeStart" + kind;
      String hook = kind.equals("Array") ? WriterHooks.BEGIN_ARRAY : WriterHooks.BEGIN_OBJECT;
      rewrite.entry(takes(method, "()"), method, hook, noName);
      rewrite.entry(takes(method, "(" + TEXT + ")"), method + " with a name", hook, first);
    }
    rewrite.entry(takes("writeEnd", "()"), "writeEnd", WriterHooks.END);
  }

  /** A string by itself prints itself as JSON. */
  private static void string(ClassEditor editor) {
    editor.require(
        "toString",
        editor.filterReturn(ClassEditor.method("toString"), LIBRARY + WriterHooks.RAW_TEXT));
  }

  /** Yasson reads members through handles that it makes once. */
  private static void property(ClassEditor editor) {
    int places = 0;
    for (MethodNode method : editor.node().methods) {
      if (!method.name.equals("createReadHandle")) {
        continue;
      }
      for (AbstractInsnNode instruction : method.instructions.toArray()) {
        if (instruction instanceof MethodInsnNode call && call.name.startsWith("unreflect")) {
          int member = call.name.equals("unreflect") ? 1 : 0;
          method.instructions.insert(
              call,
              editor.filter(
                  LIBRARY + WriterHooks.HANDLE,
                  WriterRewrite.load(ClassEditor.slotOf(method, member)),
                  Type.getReturnType(call.desc)));
          places++;
        }
      }
    }
    editor.require("handles of members", editor.edited(places));
  }

  private static Predicate<MethodNode> takes(String name, String arguments) {
    return m -> m.name.equals(name) && m.desc.startsWith(arguments);
  }

  /** Writes the canary with a generator; needs Parsson only. */
  @Override
  public String showCanary(Class<?> hooked, String canary) throws ReflectiveOperationException {
    ClassLoader loader = hooked.getClassLoader();
    Object provider =
        Class.forName("org.eclipse.parsson.JsonProviderImpl", true, loader)
            .getConstructor()
            .newInstance();
    Class<?> type = Class.forName("jakarta.json.stream.JsonGenerator", true, loader);
    StringWriter out = new StringWriter();
    Method create = provider.getClass().getMethod("createGenerator", Writer.class);
    try (Closeable generator = (Closeable) create.invoke(provider, out)) {
      type.getMethod("write", String.class).invoke(generator, canary);
    } catch (IOException e) {
      throw new ReflectiveOperationException("Parsson could not write a canary to memory", e);
    }
    return out.toString();
  }
}
