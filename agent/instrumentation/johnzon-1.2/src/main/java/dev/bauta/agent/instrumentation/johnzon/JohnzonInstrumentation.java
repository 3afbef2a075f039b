package dev.bauta.agent.instrumentation.johnzon;

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
import org.objectweb.asm.tree.MethodNode;

/**
 * Masks what Johnzon 1.2 and 2.0 write, with JSON-P, its own mapper and JSON-B: annotated members
 * where the mapper reads them, and every string by its key and content where the generator writes
 * it. The two differ in the package of the API only, which no hook names.
 */
public final class JohnzonInstrumentation implements Instrumentation {

  static final String GENERATOR = "org/apache/johnzon/core/JsonGeneratorImpl";
  static final String STRING = "org/apache/johnzon/core/JsonStringImpl";
  static final String FIELD = "org/apache/johnzon/mapper/access/FieldAccessMode$FieldReader";
  static final String METHOD = "org/apache/johnzon/mapper/access/MethodAccessMode$MethodReader";

  private static final String LIBRARY = "johnzon";
  private static final String TEXT = "Ljava/lang/String;";

  @Override
  public String name() {
    return "johnzon-1.2";
  }

  @Override
  public Sink sink() {
    return Sink.JSON;
  }

  @Override
  public List<ClassHook> hooks() {
    return List.of(
        ClassHook.named(GENERATOR, JohnzonInstrumentation::generator),
        ClassHook.named(STRING, JohnzonInstrumentation::string),
        ClassHook.named(FIELD, e -> reader(e, "field", "Ljava/lang/reflect/Field;")),
        ClassHook.named(METHOD, e -> reader(e, "method", "Ljava/lang/reflect/Method;")));
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
        takes("write", "(" + TEXT + TEXT + ")"), "write with a name", 1, WriterHooks.STRING, first);
    rewrite.argument(takes("write", "(" + TEXT + ")"), "write", 0, WriterHooks.STRING, self);
    // every name passes these two, in this order
    rewrite.entry(takes("writeKey", "(" + TEXT + ")"), "writeKey", WriterHooks.VALUE, first);
    rewrite.argument("writeCachedKey", "(" + TEXT + ")V", 0, WriterHooks.NAME);
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

  private static void reader(ClassEditor editor, String field, String descriptor) {
    WriterRewrite rewrite = new WriterRewrite(editor, LIBRARY);
    rewrite.reads("read", m -> rewrite.field(field, descriptor));
  }

  private static Predicate<MethodNode> takes(String name, String arguments) {
    return m -> m.name.equals(name) && m.desc.startsWith(arguments);
  }

  /** Writes the canary with a generator. */
  @Override
  public String showCanary(Class<?> hooked, String canary) throws ReflectiveOperationException {
    Object provider =
        Class.forName("org.apache.johnzon.core.JsonProviderImpl", true, hooked.getClassLoader())
            .getConstructor()
            .newInstance();
    StringWriter out = new StringWriter();
    Method create = provider.getClass().getMethod("createGenerator", Writer.class);
    try (Closeable generator = (Closeable) create.invoke(provider, out)) {
      create.getReturnType().getMethod("write", String.class).invoke(generator, canary);
    } catch (IOException e) {
      throw new ReflectiveOperationException("Johnzon could not write a canary to memory", e);
    }
    return out.toString();
  }
}
