package dev.bauta.agent.api;

import java.util.function.Predicate;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Makes booleans of a library depend on a hook that is a {@code BooleanSupplier}, with and, or and
 * exclusive or instead of branches. Used by one thread.
 */
public final class Condition {

  private static final String SUPPLIER = "java/util/function/BooleanSupplier";

  private final ClassEditor editor;
  private final String hook;

  /** Conditions on this hook in that class. */
  public Condition(ClassEditor editor, String hook) {
    this.editor = editor;
    this.hook = hook;
  }

  /** What the methods return is true only where the hook says so, too. */
  public int alsoReturns(Predicate<MethodNode> in) {
    return edit(in, false);
  }

  /** What the methods return is true where the hook says no, as well. */
  public int orNotReturns(Predicate<MethodNode> in) {
    return edit(in, true);
  }

  private int edit(Predicate<MethodNode> in, boolean orNot) {
    int places = 0;
    for (MethodNode method : editor.node().methods) {
      if (in.test(method)) {
        for (AbstractInsnNode instruction : method.instructions.toArray()) {
          if (instruction.getOpcode() == Opcodes.IRETURN) {
            method.instructions.insertBefore(instruction, code(orNot));
            places++;
          }
        }
      }
    }
    return editor.edited(places);
  }

  private InsnList code(boolean orNot) {
    InsnList code = editor.pushHook(hook, SUPPLIER);
    code.add(new MethodInsnNode(Opcodes.INVOKEINTERFACE, SUPPLIER, "getAsBoolean", "()Z", true));
    if (orNot) {
      code.add(new InsnNode(Opcodes.ICONST_1));
      code.add(new InsnNode(Opcodes.IXOR));
      code.add(new InsnNode(Opcodes.IOR));
    } else {
      code.add(new InsnNode(Opcodes.IAND));
    }
    return code;
  }
}
