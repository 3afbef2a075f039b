package dev.bauta.agent.api;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Puts something into a place of the thread for as long as a method runs ({@link
 * ClassEditor#bracket}).
 */
final class Bracket {

  private static final String SUPPLIER = "java/util/function/Supplier";

  // A thread's place, and what was in it before.
  private static final String[] TYPES = {"[Ljava/lang/Object;", "java/lang/Object"};

  private final ClassNode node;
  private final String placeHook;

  /**
   * @param placeHook a supplier of the running thread's place, an array of one
   */
  Bracket(ClassNode node, String placeHook) {
    this.node = node;
    this.placeHook = placeHook;
  }

  /**
   * Brackets a method.
   *
   * @param entered code that leaves on the stack what is put into the place
   */
  void put(MethodNode method, InsnList entered) {
    int place = method.maxLocals;
    Frames.add(node.name, method, place, TYPES);
    for (AbstractInsnNode instruction : method.instructions.toArray()) {
      int opcode = instruction.getOpcode();
      if (opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN) {
        method.instructions.insertBefore(instruction, putBack(place));
      }
    }
    LabelNode start = new LabelNode();
    LabelNode end = new LabelNode();
    InsnList enter = enter(place, entered);
    enter.add(start);
    method.instructions.insert(enter);
    method.instructions.add(end);
    if ((node.version & 0xffff) >= Opcodes.V1_6) {
      method.instructions.add(Frames.handler(place, TYPES));
    }
    method.instructions.add(putBack(place));
    method.instructions.add(new InsnNode(Opcodes.ATHROW));
    method.tryCatchBlocks.add(new TryCatchBlockNode(start, end, end, null));
    method.maxLocals += TYPES.length;
  }

  /** Nothing is changed until all is at hand, so a failure here leaves nothing to put back. */
  private InsnList enter(int place, InsnList entered) {
    InsnList code = new InsnList();
    LinkCode.push(code, node.version, placeHook, SUPPLIER);
    code.add(
        new MethodInsnNode(Opcodes.INVOKEINTERFACE, SUPPLIER, "get", "()Ljava/lang/Object;", true));
    code.add(new TypeInsnNode(Opcodes.CHECKCAST, TYPES[0]));
    code.add(new VarInsnNode(Opcodes.ASTORE, place));
    code.add(new VarInsnNode(Opcodes.ALOAD, place));
    code.add(new InsnNode(Opcodes.ICONST_0));
    code.add(new InsnNode(Opcodes.AALOAD));
    code.add(new VarInsnNode(Opcodes.ASTORE, place + 1));
    code.add(new VarInsnNode(Opcodes.ALOAD, place));
    code.add(new InsnNode(Opcodes.ICONST_0));
    code.add(entered);
    code.add(new InsnNode(Opcodes.AASTORE));
    return code;
  }

  private static InsnList putBack(int place) {
    InsnList code = new InsnList();
    code.add(new VarInsnNode(Opcodes.ALOAD, place));
    code.add(new InsnNode(Opcodes.ICONST_0));
    code.add(new VarInsnNode(Opcodes.ALOAD, place + 1));
    code.add(new InsnNode(Opcodes.AASTORE));
    return code;
  }
}
