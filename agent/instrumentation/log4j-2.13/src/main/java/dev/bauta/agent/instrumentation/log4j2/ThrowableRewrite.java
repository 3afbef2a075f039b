package dev.bauta.agent.instrumentation.log4j2;

import dev.bauta.agent.api.ClassEditor;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Where words of a throwable are printed. The event keeps the application's throwable, so that its
 * class and its stack trace are told as they are; each renderer gets the words masked.
 */
final class ThrowableRewrite {

  private static final String THROWABLE = "java/lang/Throwable";
  private static final Set<String> WORDS = Set.of("getMessage", "getLocalizedMessage", "toString");
  private static final String PRINTED = "(Ljava/io/PrintWriter;)V";

  private ThrowableRewrite() {}

  static void apply(ClassEditor editor) {
    int places = 0;
    for (MethodNode method : editor.node().methods) {
      for (AbstractInsnNode instruction : method.instructions.toArray()) {
        if (instruction instanceof MethodInsnNode call) {
          places += edit(editor, method, call);
        }
      }
    }
    editor.require("words of a throwable", editor.edited(places));
  }

  private static int edit(ClassEditor editor, MethodNode method, MethodInsnNode call) {
    if (call.owner.equals(THROWABLE) && WORDS.contains(call.name)) {
      method.instructions.insert(
          call, editor.filter(Log4j2Instrumentation.TEXT, Type.getType(String.class)));
      return 1;
    }
    if (call.owner.equals(THROWABLE)
        && call.name.equals("printStackTrace")
        && call.desc.equals(PRINTED)) {
      InsnList code = new InsnList(); // the writer stands above the throwable
      code.add(new InsnNode(Opcodes.SWAP));
      code.add(editor.filter(Log4j2Instrumentation.THROWABLE, Type.getObjectType(THROWABLE)));
      code.add(new InsnNode(Opcodes.SWAP));
      method.instructions.insertBefore(call, code);
      return 1;
    }
    if (method.name.equals("renderThrowableMessage")
        && call.name.equals("append")
        && call.desc.startsWith("(Ljava/lang/Object;)")) {
      method.instructions.insertBefore(
          call, editor.filter(Log4j2Instrumentation.THROWABLE, Type.getType(Object.class)));
      return 1;
    }
    return 0;
  }
}
