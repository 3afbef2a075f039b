package dev.bauta.agent.instrumentation.moshi;

import dev.bauta.agent.api.ClassEditor;
import dev.bauta.agent.api.ClassHook;
import dev.bauta.agent.api.Instrumentation;
import dev.bauta.agent.api.Links;
import dev.bauta.agent.api.Masking;
import dev.bauta.agent.api.Sink;
import dev.bauta.agent.api.Viewers;
import dev.bauta.agent.instrumentation.json.WriterHooks;
import dev.bauta.agent.instrumentation.json.WriterRewrite;
import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Masks what Moshi 1.12 and newer write: annotated fields and record components where they are
 * read, and every other string by its key and content where the writer writes it.
 */
public final class MoshiInstrumentation implements Instrumentation {

  static final String WRITER = "com/squareup/moshi/JsonUtf8Writer";
  static final String FIELD = "com/squareup/moshi/ClassJsonAdapter$FieldBinding";
  static final String RECORD = "com/squareup/moshi/RecordJsonAdapter$1";

  private static final String LIBRARY = "moshi";

  /** Takes (writer, okio.Sink that raw JSON is written to); without a sink Moshi throws. */
  private static final String RAW_SINK = "moshi.raw-sink";

  /** Which argument of the method that binds a component is that component. */
  private static final int COMPONENT = 4;

  private static final String RESULT = "Lcom/squareup/moshi/JsonWriter;";

  @Override
  public String name() {
    return "moshi-1.12";
  }

  @Override
  public Sink sink() {
    return Sink.JSON;
  }

  @Override
  public List<ClassHook> hooks() {
    return List.of(
        ClassHook.named(WRITER, MoshiInstrumentation::writer),
        ClassHook.named(FIELD, MoshiInstrumentation::field),
        ClassHook.named(RECORD, MoshiInstrumentation::record));
  }

  @Override
  public void link(Links links, Masking masking, Viewers viewers) {
    WriterHooks hooks = new WriterHooks(LIBRARY, masking);
    hooks.link(links);
    links.filter(RAW_SINK, (writer, sink) -> RawSink.over(hooks, writer, sink), v -> null);
  }

  private static void writer(ClassEditor editor) {
    WriterRewrite rewrite = new WriterRewrite(editor, LIBRARY);
    WriterRewrite.Context name = m -> rewrite.field("deferredName", "Ljava/lang/String;");
    WriterRewrite.Context place = rewrite.nameOrWriter("deferredName");
    String takesText = "(Ljava/lang/String;)" + RESULT;
    rewrite.argument("value", takesText, 0, WriterHooks.STRING, place);
    rewrite.argument("name", takesText, 0, WriterHooks.NAME);
    rewrite.entry(ClassEditor.method("valueSink"), "valueSink", WriterHooks.VALUE, name);
    editor.require("raw JSON", rawSink(editor));
    rewrite.entry(ClassEditor.method("beginArray"), "beginArray", WriterHooks.BEGIN_ARRAY, name);
    rewrite.entry(ClassEditor.method("beginObject"), "beginObject", WriterHooks.BEGIN_OBJECT, name);
    rewrite.entry(ClassEditor.method("endArray"), "endArray", WriterHooks.END);
    rewrite.entry(ClassEditor.method("endObject"), "endObject", WriterHooks.END);
  }

  private static int rawSink(ClassEditor editor) {
    int places = 0;
    for (MethodNode method : editor.node().methods) {
      for (AbstractInsnNode instruction : method.instructions.toArray()) {
        if (method.name.equals("valueSink")
            && instruction instanceof MethodInsnNode call
            && call.owner.equals("okio/Okio")) {
          Type sink = Type.getObjectType("okio/Sink");
          method.instructions.insertBefore(
              call, editor.filter(RAW_SINK, WriterRewrite.load(0), sink));
          places++;
        }
      }
    }
    return editor.edited(places);
  }

  private static void field(ClassEditor editor) {
    WriterRewrite rewrite = new WriterRewrite(editor, LIBRARY);
    rewrite.reads("write", m -> rewrite.field("field", "Ljava/lang/reflect/Field;"));
  }

  /** Before Java 16 there are no records, and this class is an empty one. */
  private static void record(ClassEditor editor) {
    for (MethodNode method : editor.node().methods) {
      for (AbstractInsnNode instruction : method.instructions.toArray()) {
        if (instruction instanceof MethodInsnNode call && call.name.equals("unreflect")) {
          Type handle = Type.getReturnType(call.desc);
          InsnList accessor = WriterRewrite.load(ClassEditor.slotOf(method, COMPONENT));
          accessor.add(
              new MethodInsnNode(
                  Opcodes.INVOKEVIRTUAL,
                  "java/lang/reflect/RecordComponent",
                  "getAccessor",
                  "()Ljava/lang/reflect/Method;",
                  false));
          method.instructions.insert(
              call, editor.filter(LIBRARY + WriterHooks.HANDLE, accessor, handle));
          editor.edited(1);
        }
      }
    }
  }

  /** Writes the canary with the streaming writer. */
  @Override
  public String showCanary(Class<?> hooked, String canary) throws ReflectiveOperationException {
    ClassLoader loader = hooked.getClassLoader();
    Class<?> sinkType = Class.forName("okio.BufferedSink", true, loader);
    Object buffer = Class.forName("okio.Buffer", true, loader).getConstructor().newInstance();
    Class<?> type = Class.forName("com.squareup.moshi.JsonWriter", true, loader);
    Object writer = type.getMethod("of", sinkType).invoke(null, buffer);
    type.getMethod("beginArray").invoke(writer);
    type.getMethod("value", String.class).invoke(writer, canary);
    type.getMethod("endArray").invoke(writer);
    return (String) buffer.getClass().getMethod("readUtf8").invoke(buffer);
  }
}
