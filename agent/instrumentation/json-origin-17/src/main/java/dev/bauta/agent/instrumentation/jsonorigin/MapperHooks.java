package dev.bauta.agent.instrumentation.jsonorigin;

import dev.bauta.agent.api.ClassEditor;
import dev.bauta.agent.api.ClassHook;
import dev.bauta.agent.api.CodeFilter;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Where mappers are made and where they begin a document: Jackson 2 and 3, Gson, Yasson. Their
 * documents all pass the methods named here.
 */
final class MapperHooks {

  private static final String OBJECT = "Ljava/lang/Object;";
  private static final Set<String> WRITERS = Set.of("toJson", "toJsonTree", "toJsonStructure");
  private static final String CONSTRUCTOR = "<init>";

  private MapperHooks() {}

  static List<ClassHook> all() {
    return List.of(
        making("com/fasterxml/jackson/databind/ObjectMapper"),
        making("tools/jackson/databind/ObjectMapper"),
        ClassHook.ofOrigins("com/google/gson/Gson", MapperHooks::makingAndWriting)
            .readingOnly(CodeFilter.methods(CONSTRUCTOR, "toJson", "toJsonTree")),
        ClassHook.ofOrigins(
                "org/eclipse/yasson/internal/JsonBinding", MapperHooks::makingAndWriting)
            .readingOnly(CodeFilter.methods(CONSTRUCTOR, "toJson", "toJsonStructure")),
        serializing("com/fasterxml/jackson/databind/ser/DefaultSerializerProvider", 0),
        serializing("tools/jackson/databind/ser/SerializationContextExt", -1));
  }

  private static ClassHook making(String className) {
    return ClassHook.ofOrigins(className, MapperHooks::tellMade)
        .readingOnly(CodeFilter.methods(CONSTRUCTOR));
  }

  private static void makingAndWriting(ClassEditor editor) {
    tellMade(editor);
    editor.require(
        "toJson",
        documents(editor, m -> WRITERS.contains(m.name) && m.desc.startsWith("(L"), -1, 0));
  }

  /**
   * Jackson begins each document here.
   *
   * @param writer the argument that knows the mapper; -1 for this
   */
  private static ClassHook serializing(String className, int writer) {
    return ClassHook.ofOrigins(
            className,
            editor ->
                editor.require(
                    "serializeValue",
                    documents(
                        editor,
                        m ->
                            m.name.equals("serializeValue")
                                || m.name.equals("serializePolymorphic"),
                        writer,
                        1)))
        .readingOnly(CodeFilter.methods("serializeValue", "serializePolymorphic"));
  }

  private static int documents(
      ClassEditor editor, Predicate<MethodNode> methods, int writer, int value) {
    return editor.bracket(
        m -> methods.test(m) && (m.access & (Opcodes.ACC_STATIC | Opcodes.ACC_BRIDGE)) == 0,
        JsonOriginInstrumentation.PLACE,
        method -> {
          InsnList context = new InsnList();
          context.add(load(method, writer));
          InsnList code = new InsnList();
          code.add(load(method, value));
          code.add(
              editor.filter(JsonOriginInstrumentation.DOCUMENT, context, Type.getType(OBJECT)));
          return code;
        });
  }

  private static VarInsnNode load(MethodNode method, int argument) {
    return new VarInsnNode(Opcodes.ALOAD, argument < 0 ? 0 : ClassEditor.slotOf(method, argument));
  }

  /** At the end of every constructor; one that calls another tells it twice. */
  private static void tellMade(ClassEditor editor) {
    int places = 0;
    for (MethodNode method : editor.node().methods) {
      if (!method.name.equals(CONSTRUCTOR)) {
        continue;
      }
      for (AbstractInsnNode instruction : method.instructions.toArray()) {
        if (instruction.getOpcode() == Opcodes.RETURN) {
          method.instructions.insertBefore(
              instruction, editor.consume(JsonOriginInstrumentation.MADE, 0));
          places++;
        }
      }
    }
    editor.require(CONSTRUCTOR, editor.edited(places));
  }
}
