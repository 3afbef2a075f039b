package dev.bauta.agent.instrumentation.orgjson;

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
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Masks what org.json writes: annotated getters where an object is made of them, and every string
 * by its key and content where it is written.
 */
public final class OrgJsonInstrumentation implements Instrumentation {

  static final String OBJECT = "org/json/JSONObject";
  static final String ARRAY = "org/json/JSONArray";
  static final String WRITER = "org/json/JSONWriter";

  private static final String LIBRARY = "org-json";
  private static final String WRITE = "(Ljava/io/Writer;II)Ljava/io/Writer;";
  private static final Type ANY = Type.getObjectType("java/lang/Object");

  @Override
  public String name() {
    return "org-json-20160212";
  }

  @Override
  public Sink sink() {
    return Sink.JSON;
  }

  @Override
  public List<ClassHook> hooks() {
    return List.of(
        ClassHook.named(OBJECT, OrgJsonInstrumentation::object),
        ClassHook.named(ARRAY, OrgJsonInstrumentation::array),
        ClassHook.named(WRITER, OrgJsonInstrumentation::writer));
  }

  @Override
  public void link(Links links, Masking masking, Viewers viewers) {
    new WriterHooks(LIBRARY, masking).link(links);
  }

  /** Quotes the canary. */
  @Override
  public String showCanary(Class<?> hooked, String canary) throws ReflectiveOperationException {
    return (String)
        Class.forName("org.json.JSONObject", true, hooked.getClassLoader())
            .getMethod("quote", String.class)
            .invoke(null, canary);
  }

  private static void object(ClassEditor editor) {
    WriterRewrite rewrite = new WriterRewrite(editor, LIBRARY);
    rewrite.argument(
        "quote", "(Ljava/lang/String;Ljava/io/Writer;)Ljava/io/Writer;", 0, WriterHooks.NAME);
    rewrite.argument(
        "writeValue",
        "(Ljava/io/Writer;Ljava/lang/Object;II)Ljava/io/Writer;",
        1,
        WriterHooks.OBJECT,
        m -> WriterRewrite.load(0));
    editor.require("names", names(editor));
    editor.require("members", members(editor));
    editor.require("object", bracket(editor, WriterHooks.BEGIN_OBJECT));
  }

  private static void array(ClassEditor editor) {
    editor.require("array", bracket(editor, WriterHooks.BEGIN_ARRAY));
  }

  private static void writer(ClassEditor editor) {
    WriterRewrite rewrite = new WriterRewrite(editor, LIBRARY);
    WriterRewrite.Context self = m -> WriterRewrite.load(0);
    WriterRewrite.Context noName = m -> WriterRewrite.none();
    String result = "Lorg/json/JSONWriter;";
    rewrite.argument("key", "(Ljava/lang/String;)" + result, 0, WriterHooks.FOLLOWED, self);
    rewrite.argument("value", "(Ljava/lang/Object;)" + result, 0, WriterHooks.OBJECT, self);
    rewrite.entry(ClassEditor.method("array"), "array", WriterHooks.BEGIN_ARRAY, noName);
    rewrite.entry(ClassEditor.method("object"), "object", WriterHooks.BEGIN_OBJECT, noName);
    rewrite.entry(ClassEditor.method("endArray"), "endArray", WriterHooks.END);
    rewrite.entry(ClassEditor.method("endObject"), "endObject", WriterHooks.END);
  }

  /** A key that is quoted by the methods that write an object. */
  private static int names(ClassEditor editor) {
    int places = 0;
    for (MethodNode method : editor.node().methods) {
      if (!method.name.startsWith("write") || !method.desc.startsWith("(Ljava/io/Writer;II")) {
        continue;
      }
      for (AbstractInsnNode instruction : method.instructions.toArray()) {
        if (instruction instanceof MethodInsnNode call
            && call.name.equals("quote")
            && call.desc.equals("(Ljava/lang/String;)Ljava/lang/String;")) {
          method.instructions.insertBefore(
              call,
              editor.filter(
                  LIBRARY + WriterHooks.FOLLOWED,
                  WriterRewrite.load(1),
                  Type.getObjectType("java/lang/String")));
          places++;
        }
      }
    }
    return editor.edited(places);
  }

  /** What is read from the getters of an object of the application. */
  private static int members(ClassEditor editor) {
    int places = 0;
    for (MethodNode method : editor.node().methods) {
      if (!method.name.equals("populateMap") && !method.name.equals("processMethod")) {
        continue;
      }
      for (AbstractInsnNode instruction : method.instructions.toArray()) {
        if (instruction instanceof MethodInsnNode call
            && call.owner.equals("java/lang/reflect/Method")
            && call.name.equals("invoke")) {
          method.instructions.insert(
              call,
              editor.filter(LIBRARY + WriterHooks.MEMBER, WriterRewrite.load(receiver(call)), ANY));
          places++;
        }
      }
    }
    return editor.edited(places);
  }

  /** The variable that holds the method: the second one loaded before the call. */
  private static int receiver(MethodInsnNode call) {
    int loads = 0;
    for (AbstractInsnNode before = call; ; before = before.getPrevious()) {
      if (before.getOpcode() == Opcodes.ALOAD && ++loads == 2) {
        return ((VarInsnNode) before).var;
      }
    }
  }

  /** Tells of the beginning and the end of what is written to a writer. */
  private static int bracket(ClassEditor editor, String begin) {
    int places = 0;
    for (MethodNode method : editor.node().methods) {
      if (!method.name.equals("write") || !method.desc.equals(WRITE)) {
        continue;
      }
      for (AbstractInsnNode instruction : method.instructions.toArray()) {
        if (instruction.getOpcode() == Opcodes.ARETURN) {
          // what is returned is the writer
          method.instructions.insertBefore(
              instruction,
              editor.filter(LIBRARY + WriterHooks.END, Type.getReturnType(method.desc)));
        }
      }
      var code = WriterRewrite.load(1);
      code.add(editor.filter(LIBRARY + begin, WriterRewrite.none(), ANY));
      code.add(new InsnNode(Opcodes.POP));
      method.instructions.insert(code);
      places++;
    }
    return editor.edited(places);
  }
}
