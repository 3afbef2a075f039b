package dev.bauta.agent.instrumentation.log4j1;

import dev.bauta.agent.api.ClassEditor;
import dev.bauta.agent.api.ClassHook;
import dev.bauta.agent.api.CodeFilter;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

/** How Log4j's classes are changed: the stores of a few fields, and the ways around them. */
final class Rewrites implements ClassHook.Rewrite {

  static final String EVENT = "org/apache/log4j/spi/LoggingEvent";
  static final String THROWABLE = "org/apache/log4j/spi/ThrowableInformation";
  static final String CATEGORY = "org/apache/log4j/Category";
  static final String APPENDERS = "callAppenders";

  static final CodeFilter EVENT_CODE =
      new CodeFilter(
          Set.of("getMessage", "getMDC", "getProperties"),
          Set.of("renderedMessage", "ndc", "mdcCopy"),
          Set.of(EVENT));

  static final CodeFilter THROWABLE_CODE =
      new CodeFilter(Set.of("getThrowable"), Set.of("rep"), Set.of());

  private static final String LOGGER = "categoryName";

  @Override
  public void apply(ClassEditor editor) {
    switch (editor.node().name) {
      case EVENT -> event(editor);
      case THROWABLE -> throwable(editor);
      case CATEGORY ->
          editor.require(
              APPENDERS,
              editor.bracket(
                  ClassEditor.method(APPENDERS),
                  -1,
                  Log4j1Instrumentation.PLACE,
                  Log4j1Instrumentation.NOBODY));
      default -> throw new IllegalArgumentException(editor.node().name);
    }
  }

  private static void event(ClassEditor editor) {
    stores(editor, "renderedMessage", Log4j1Instrumentation.TEXT);
    stores(editor, "ndc", Log4j1Instrumentation.TEXT);
    stores(editor, "mdcCopy", Log4j1Instrumentation.CONTEXT);
    returns(editor, "getMessage", logger(editor), Log4j1Instrumentation.MESSAGE);
    returns(editor, "getProperties", logger(editor), Log4j1Instrumentation.CONTEXT);
    // It reads the thread's map while there is no copy. The key is what it is asked for.
    InsnList key = new InsnList();
    key.add(new VarInsnNode(Opcodes.ALOAD, 1));
    returns(editor, "getMDC", key, Log4j1Instrumentation.KEYED);
  }

  private static void throwable(ClassEditor editor) {
    editor.require(
        "rep", editor.filterPutField(method -> true, "rep", Log4j1Instrumentation.LINES));
    editor.require(
        "getThrowable",
        editor.filterReturn(ClassEditor.method("getThrowable"), Log4j1Instrumentation.THROWN));
  }

  private static void stores(ClassEditor editor, String field, String hook) {
    int places = 0;
    for (MethodNode method : editor.node().methods) {
      for (AbstractInsnNode instruction : method.instructions.toArray()) {
        if (instruction instanceof FieldInsnNode put
            && put.getOpcode() == Opcodes.PUTFIELD
            && put.name.equals(field)
            && put.owner.equals(EVENT)) {
          method.instructions.insertBefore(
              put, editor.filter(hook, logger(editor), Type.getType(put.desc)));
          places++;
        }
      }
    }
    editor.require(field, editor.edited(places));
  }

  private static void returns(ClassEditor editor, String name, InsnList context, String hook) {
    int places = 0;
    for (MethodNode method : editor.node().methods) {
      if (!method.name.equals(name)) {
        continue;
      }
      for (AbstractInsnNode instruction : method.instructions.toArray()) {
        if (instruction.getOpcode() == Opcodes.ARETURN) {
          method.instructions.insertBefore(
              instruction, editor.filter(hook, copy(context), Type.getReturnType(method.desc)));
          places++;
        }
      }
    }
    editor.require(name, editor.edited(places));
  }

  private static InsnList logger(ClassEditor editor) {
    InsnList code = new InsnList();
    code.add(new VarInsnNode(Opcodes.ALOAD, 0));
    code.add(new FieldInsnNode(Opcodes.GETFIELD, editor.node().name, LOGGER, "Ljava/lang/String;"));
    return code;
  }

  private static InsnList copy(InsnList code) {
    InsnList copy = new InsnList();
    for (AbstractInsnNode instruction : code) {
      copy.add(instruction.clone(null));
    }
    return copy;
  }
}
