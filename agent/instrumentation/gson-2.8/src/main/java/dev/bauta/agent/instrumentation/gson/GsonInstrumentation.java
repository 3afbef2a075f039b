package dev.bauta.agent.instrumentation.gson;

import dev.bauta.agent.api.ClassEditor;
import dev.bauta.agent.api.ClassHook;
import dev.bauta.agent.api.Instrumentation;
import dev.bauta.agent.api.Links;
import dev.bauta.agent.api.Masking;
import dev.bauta.agent.api.Sink;
import dev.bauta.agent.api.Viewers;
import dev.bauta.agent.instrumentation.json.WriterHooks;
import dev.bauta.agent.instrumentation.json.WriterRewrite;
import java.io.StringWriter;
import java.io.Writer;
import java.util.List;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.MethodNode;

/**
 * Masks what Gson 2.8 and newer write: annotated fields and record components where they are read,
 * and every other string by its key and content where the writer writes it.
 */
public final class GsonInstrumentation implements Instrumentation {

  static final String WRITER = "com/google/gson/stream/JsonWriter";

  /** The anonymous class that reads a field: the first one of its factory, the second from 2.14. */
  static final String FIELD = "com/google/gson/internal/bind/ReflectiveTypeAdapterFactory$";

  private static final String LIBRARY = "gson";
  private static final String RESULT = "Lcom/google/gson/stream/JsonWriter;";

  @Override
  public String name() {
    return "gson-2.8";
  }

  @Override
  public Sink sink() {
    return Sink.JSON;
  }

  @Override
  public List<ClassHook> hooks() {
    return List.of(
        ClassHook.named(WRITER, GsonInstrumentation::writer),
        ClassHook.named(FIELD + 1, GsonInstrumentation::field),
        ClassHook.named(FIELD + 2, GsonInstrumentation::field));
  }

  @Override
  public void link(Links links, Masking masking, Viewers viewers) {
    new WriterHooks(LIBRARY, masking).link(links);
  }

  /** Writes the canary with the streaming writer. */
  @Override
  public String showCanary(Class<?> hooked, String canary) throws ReflectiveOperationException {
    Class<?> type = Class.forName(WRITER.replace('/', '.'), true, hooked.getClassLoader());
    StringWriter out = new StringWriter();
    Object writer = type.getConstructor(Writer.class).newInstance(out);
    type.getMethod("beginArray").invoke(writer);
    type.getMethod("value", String.class).invoke(writer, canary);
    type.getMethod("endArray").invoke(writer);
    return out.toString();
  }

  private static void writer(ClassEditor editor) {
    WriterRewrite rewrite = new WriterRewrite(editor, LIBRARY);
    WriterRewrite.Context name = m -> rewrite.field("deferredName", "Ljava/lang/String;");
    WriterRewrite.Context place = rewrite.nameOrWriter("deferredName");
    String takesText = "(Ljava/lang/String;)" + RESULT;
    rewrite.argument("value", takesText, 0, WriterHooks.STRING, place);
    rewrite.argument("jsonValue", takesText, 0, WriterHooks.RAW, place);
    rewrite.argument("name", takesText, 0, WriterHooks.NAME);
    rewrite.entry(ClassEditor.method("beginArray"), "beginArray", WriterHooks.BEGIN_ARRAY, name);
    rewrite.entry(ClassEditor.method("beginObject"), "beginObject", WriterHooks.BEGIN_OBJECT, name);
    rewrite.entry(ClassEditor.method("endArray"), "endArray", WriterHooks.END);
    rewrite.entry(ClassEditor.method("endObject"), "endObject", WriterHooks.END);
  }

  /** Another anonymous class of the factory may have the number; it reads no field to write. */
  private static void field(ClassEditor editor) {
    for (MethodNode method : editor.node().methods) {
      if (method.name.equals("write") && readField(method) != null) {
        new WriterRewrite(editor, LIBRARY).reads("write", GsonInstrumentation::readFieldAgain);
        return;
      }
    }
  }

  private static InsnList readFieldAgain(MethodNode method) {
    InsnList code = WriterRewrite.load(0);
    code.add(readField(method).clone(null));
    return code;
  }

  private static AbstractInsnNode readField(MethodNode method) {
    for (AbstractInsnNode instruction : method.instructions.toArray()) {
      if (instruction instanceof FieldInsnNode read
          && read.desc.equals("Ljava/lang/reflect/Field;")) {
        return read;
      }
    }
    return null;
  }
}
