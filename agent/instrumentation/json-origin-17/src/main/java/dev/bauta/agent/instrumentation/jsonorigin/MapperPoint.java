package dev.bauta.agent.instrumentation.jsonorigin;

import dev.bauta.agent.api.ClassEditor;
import dev.bauta.agent.api.ClassHook;
import dev.bauta.agent.api.CodeFilter;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * A class that makes mappers, or begins their documents, or both: Jackson 2 and 3, Gson, Yasson.
 *
 * @param className internal
 * @param makes whether it is the mapper
 * @param documents the methods that every document passes; may be empty
 * @param writer their argument that knows the mapper; -1 for this
 * @param value their argument that is the document
 */
record MapperPoint(String className, boolean makes, Set<String> documents, int writer, int value)
    implements ClassHook.Rewrite {

  private static final String CONSTRUCTOR = "<init>";
  private static final Set<String> TO_JSON = Set.of("toJson", "toJsonTree", "toJsonStructure");
  private static final Set<String> SERIALIZE = Set.of("serializeValue", "serializePolymorphic");

  static final List<MapperPoint> ALL =
      List.of(
          new MapperPoint("com/fasterxml/jackson/databind/ObjectMapper", true, Set.of(), 0, 0),
          new MapperPoint(
              "com/fasterxml/jackson/databind/ser/DefaultSerializerProvider",
              false,
              SERIALIZE,
              0,
              1),
          new MapperPoint("tools/jackson/databind/ObjectMapper", true, Set.of(), 0, 0),
          new MapperPoint(
              "tools/jackson/databind/ser/SerializationContextExt", false, SERIALIZE, -1, 1),
          new MapperPoint("com/google/gson/Gson", true, TO_JSON, -1, 0),
          new MapperPoint("org/eclipse/yasson/internal/JsonBinding", true, TO_JSON, -1, 0));

  ClassHook hook() {
    return ClassHook.ofOrigins(className, this)
        .readingOnly(
            CodeFilter.methods(
                CONSTRUCTOR,
                "toJson",
                "toJsonTree",
                "toJsonStructure",
                "serializeValue",
                "serializePolymorphic"));
  }

  @Override
  public void apply(ClassEditor editor) {
    if (makes) {
      editor.require(CONSTRUCTOR, tellMade(editor));
    }
    if (!documents.isEmpty()) {
      editor.require("documents", bracketDocuments(editor));
    }
  }

  private int bracketDocuments(ClassEditor editor) {
    return editor.bracket(
        m ->
            documents.contains(m.name)
                && m.desc.startsWith("(L")
                && (m.access & (Opcodes.ACC_STATIC | Opcodes.ACC_BRIDGE)) == 0,
        JsonOriginInstrumentation.PLACE,
        method -> {
          InsnList context = new InsnList();
          context.add(load(method, writer));
          InsnList code = new InsnList();
          code.add(load(method, value));
          code.add(
              editor.filter(
                  JsonOriginInstrumentation.DOCUMENT, context, Type.getType(Object.class)));
          return code;
        });
  }

  private static VarInsnNode load(MethodNode method, int argument) {
    return new VarInsnNode(Opcodes.ALOAD, argument < 0 ? 0 : ClassEditor.slotOf(method, argument));
  }

  /** At the end of every constructor; one that calls another tells it twice. */
  private static int tellMade(ClassEditor editor) {
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
    return editor.edited(places);
  }
}
