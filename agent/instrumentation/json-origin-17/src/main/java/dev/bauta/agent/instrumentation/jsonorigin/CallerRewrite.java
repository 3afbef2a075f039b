package dev.bauta.agent.instrumentation.jsonorigin;

import dev.bauta.agent.api.ClassEditor;
import dev.bauta.agent.api.ClassHook;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.LdcInsnNode;

/**
 * Brackets every method of a class that a rule calls a caller. Lambdas are methods too, so what
 * they do in another thread is the class's as well. Constructors are not: nothing may stand around
 * a call to another constructor.
 */
final class CallerRewrite implements ClassHook.Rewrite {

  @Override
  public void apply(ClassEditor editor) {
    String className = editor.node().name;
    editor.bracket(
        method -> method.name.charAt(0) != '<',
        JsonOriginInstrumentation.PLACE,
        method -> {
          InsnList code = new InsnList();
          code.add(new LdcInsnNode(className));
          code.add(editor.filter(JsonOriginInstrumentation.CALLER, Type.getType(Object.class)));
          return code;
        });
  }
}
