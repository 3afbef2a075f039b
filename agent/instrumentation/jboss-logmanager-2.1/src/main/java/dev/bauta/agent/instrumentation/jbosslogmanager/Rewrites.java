package dev.bauta.agent.instrumentation.jbosslogmanager;

import dev.bauta.agent.api.ClassEditor;
import dev.bauta.agent.api.ClassHook;
import dev.bauta.agent.api.CodeFilter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

/** Where a record goes to its handlers, and what it gives out of its context. */
final class Rewrites implements ClassHook.Rewrite {

  static final String NODE = "org/jboss/logmanager/LoggerNode";
  static final String RECORD = "org/jboss/logmanager/ExtLogRecord";
  static final String PUBLISH = "publish";

  static final CodeFilter RECORD_CODE = CodeFilter.methods("getMdc", "getMdcCopy", "getNdc");

  private static final String PUBLISHED = "(Lorg/jboss/logmanager/ExtLogRecord;)V";

  @Override
  public void apply(ClassEditor editor) {
    if (editor.node().name.equals(RECORD)) {
      returns(editor, "getMdcCopy", 0, JBossLogManagerInstrumentation.CONTEXT);
      returns(editor, "getMdc", 1, JBossLogManagerInstrumentation.KEYED);
      returns(editor, "getNdc", 0, JBossLogManagerInstrumentation.NESTED);
      return;
    }
    var publish = ClassEditor.method(PUBLISH, PUBLISHED);
    editor.require(
        PUBLISH, editor.filterArgument(publish, 0, JBossLogManagerInstrumentation.RECORD));
    editor.bracket(
        publish, -1, JBossLogManagerInstrumentation.PLACE, JBossLogManagerInstrumentation.NOBODY);
  }

  /**
   * @param context the variable that is handed along: 0 for the record, 1 for a key
   */
  private static void returns(ClassEditor editor, String name, int context, String hook) {
    int places = 0;
    for (MethodNode method : editor.node().methods) {
      if (!method.name.equals(name)) {
        continue;
      }
      for (AbstractInsnNode instruction : method.instructions.toArray()) {
        if (instruction.getOpcode() == Opcodes.ARETURN) {
          InsnList code = new InsnList();
          code.add(new VarInsnNode(Opcodes.ALOAD, context));
          method.instructions.insertBefore(
              instruction, editor.filter(hook, code, Type.getReturnType(method.desc)));
          places++;
        }
      }
    }
    editor.require(name, editor.edited(places));
  }
}
