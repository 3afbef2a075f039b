package dev.bauta.agent.instrumentation.viewer;

import dev.bauta.agent.api.ClassEditor;
import dev.bauta.agent.api.ClassHook;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** Writes the agent's calls into the three empty methods. */
final class Rewrites implements ClassHook.Rewrite {

  private static final String TAKES_TEXT = "(Ljava/lang/String;)V";
  private static final String TAKES_NOTHING = "()V";

  @Override
  public void apply(ClassEditor editor) {
    prepend(editor, "enter", TAKES_TEXT, ViewerInstrumentation.ENTER);
    prepend(editor, "enterAbout", TAKES_TEXT, ViewerInstrumentation.ABOUT);
    prepend(editor, "leave", TAKES_NOTHING, ViewerInstrumentation.LEAVE);
  }

  private static void prepend(ClassEditor editor, String name, String descriptor, String hook) {
    int places = 0;
    for (MethodNode method : editor.node().methods) {
      if (method.name.equals(name) && method.desc.equals(descriptor)) {
        method.instructions.insert(
            descriptor.equals(TAKES_TEXT) ? editor.consume(hook, 0) : call(editor, hook));
        places++;
      }
    }
    editor.require(name, editor.edited(places));
  }

  /** Hands null to a consumer: there is no argument to hand over. */
  private static InsnList call(ClassEditor editor, String hook) {
    InsnList code = editor.pushHook(hook, "java/util/function/Consumer");
    code.add(new InsnNode(Opcodes.ACONST_NULL));
    code.add(
        new MethodInsnNode(
            Opcodes.INVOKEINTERFACE,
            "java/util/function/Consumer",
            "accept",
            "(Ljava/lang/Object;)V",
            true));
    return code;
  }
}
