package dev.bauta.agent.instrumentation.javalogging;

import dev.bauta.agent.api.ClassEditor;
import dev.bauta.agent.api.ClassHook;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

/** How the JDK's logging classes are changed: records and texts pass a filter, without a branch. */
final class Rewrites implements ClassHook.Rewrite {

  static final String LOGGER = "java/util/logging/Logger";
  static final String STREAM_HANDLER = "java/util/logging/StreamHandler";
  static final String MEMORY_HANDLER = "java/util/logging/MemoryHandler";
  static final String FORMATTER = "java/util/logging/Formatter";
  static final String SIMPLE_FORMATTER = "java/util/logging/SimpleFormatter";
  static final String XML_FORMATTER = "java/util/logging/XMLFormatter";

  private static final String LOG = "(Ljava/util/logging/LogRecord;)V";
  private static final String FORMAT = "(Ljava/util/logging/LogRecord;)Ljava/lang/String;";

  @Override
  public void apply(ClassEditor editor) {
    switch (editor.node().name) {
      case LOGGER -> logged(editor);
      case STREAM_HANDLER, MEMORY_HANDLER ->
          record(editor, "publish", LOG, JavaLoggingInstrumentation.PUBLISHED);
      case FORMATTER -> formatMessage(editor);
      // Both format the text through formatMessage; this is for what they take besides.
      case SIMPLE_FORMATTER -> record(editor, "format", FORMAT, JavaLoggingInstrumentation.THROWN);
      case XML_FORMATTER -> record(editor, "format", FORMAT, JavaLoggingInstrumentation.RECORD);
      default -> throw new IllegalArgumentException(editor.node().name);
    }
  }

  /** The record is masked in place, and stands in the thread's place while it is handed out. */
  private static void logged(ClassEditor editor) {
    editor.require(
        "log",
        editor.bracket(
            ClassEditor.method("log", LOG),
            0,
            JavaLoggingInstrumentation.LOGGED,
            JavaLoggingInstrumentation.RECORD));
  }

  private static void record(ClassEditor editor, String name, String descriptor, String hook) {
    editor.require(name, editor.filterArgument(ClassEditor.method(name, descriptor), 0, hook));
  }

  private static void formatMessage(ClassEditor editor) {
    int places = 0;
    for (MethodNode method : editor.node().methods) {
      if (!method.name.equals("formatMessage") || !method.desc.equals(FORMAT)) {
        continue;
      }
      for (AbstractInsnNode instruction : method.instructions.toArray()) {
        if (instruction.getOpcode() == Opcodes.ARETURN) {
          InsnList record = new InsnList();
          record.add(new VarInsnNode(Opcodes.ALOAD, 1));
          Type text = Type.getReturnType(FORMAT);
          method.instructions.insertBefore(
              instruction, editor.filter(JavaLoggingInstrumentation.TEXT, record, text));
          places++;
        }
      }
    }
    editor.require("formatMessage", editor.edited(places));
  }
}
