package dev.bauta.agent.instrumentation.jdbc;

import dev.bauta.agent.api.ClassEditor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Puts a pair of calls around a method, and for getters a third around what is returned. Straight
 * lines and one handler: no branch, no new variable, no member. Unlike {@link ClassEditor#bracket}
 * the first call of a getter takes two objects, and static methods are welcome.
 */
final class Brackets {

  private static final String CONSUMER = "java/util/function/Consumer";
  private static final String BI_CONSUMER = "java/util/function/BiConsumer";

  private final ClassEditor editor;

  Brackets(ClassEditor editor) {
    this.editor = editor;
  }

  /** What the driver reads inside this method is raw. */
  void inside(MethodNode method) {
    InsnList enter = editor.pushHook(Hook.INSIDE, CONSUMER);
    enter.add(new InsnNode(Opcodes.ACONST_NULL));
    enter.add(call(CONSUMER, "accept", "(Ljava/lang/Object;)V"));
    around(method, enter, false);
  }

  /** What this getter returns is masked; its column is the first argument. */
  void getter(MethodNode method) {
    InsnList enter = editor.pushHook(Hook.GET, BI_CONSUMER);
    enter.add(new VarInsnNode(Opcodes.ALOAD, 0));
    if (Type.getArgumentTypes(method.desc)[0].getSort() == Type.INT) {
      enter.add(new VarInsnNode(Opcodes.ILOAD, 1));
      enter.add(
          new MethodInsnNode(
              Opcodes.INVOKESTATIC,
              "java/lang/Integer",
              "valueOf",
              "(I)Ljava/lang/Integer;",
              false));
    } else {
      enter.add(new VarInsnNode(Opcodes.ALOAD, 1));
    }
    enter.add(call(BI_CONSUMER, "accept", "(Ljava/lang/Object;Ljava/lang/Object;)V"));
    around(method, enter, true);
  }

  private void around(MethodNode method, InsnList enter, boolean filtered) {
    LabelNode start = new LabelNode();
    LabelNode end = new LabelNode();
    Type returned = Type.getReturnType(method.desc);
    for (AbstractInsnNode instruction : method.instructions.toArray()) {
      int opcode = instruction.getOpcode();
      if (opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN) {
        if (filtered) {
          method.instructions.insertBefore(instruction, filter(returned));
        }
        method.instructions.insertBefore(instruction, leave());
      }
    }
    enter.add(start);
    method.instructions.insert(enter);
    method.instructions.add(end);
    if (editor.node().version >= Opcodes.V1_6) {
      // No locals: true at every instruction of the method.
      method.instructions.add(
          new FrameNode(Opcodes.F_FULL, 0, new Object[0], 1, new Object[] {"java/lang/Throwable"}));
    }
    method.instructions.add(leave());
    method.instructions.add(new InsnNode(Opcodes.ATHROW));
    method.tryCatchBlocks.add(new TryCatchBlockNode(start, end, end, null));
    editor.edited(1);
  }

  private InsnList leave() {
    InsnList code = editor.pushHook(Hook.LEAVE, CONSUMER);
    code.add(new InsnNode(Opcodes.ACONST_NULL));
    code.add(call(CONSUMER, "accept", "(Ljava/lang/Object;)V"));
    return code;
  }

  private InsnList filter(Type type) {
    return switch (type.getSort()) {
      case Type.BOOLEAN, Type.BYTE, Type.CHAR, Type.SHORT, Type.INT -> ints();
      case Type.LONG -> wide(Hook.LONG, "java/util/function/LongUnaryOperator", "Long", "(J)J");
      case Type.FLOAT -> floats();
      case Type.DOUBLE -> doubles();
      default -> editor.filter(Hook.VALUE, type);
    };
  }

  private InsnList ints() {
    String operator = "java/util/function/IntUnaryOperator";
    InsnList code = editor.pushHook(Hook.INT, operator);
    code.add(new InsnNode(Opcodes.SWAP));
    code.add(call(operator, "applyAsInt", "(I)I"));
    return code;
  }

  private InsnList floats() {
    InsnList code = new InsnList();
    code.add(new InsnNode(Opcodes.F2D));
    code.add(doubles());
    code.add(new InsnNode(Opcodes.D2F));
    return code;
  }

  private InsnList doubles() {
    return wide(Hook.DOUBLE, "java/util/function/DoubleUnaryOperator", "Double", "(D)D");
  }

  private InsnList wide(String hook, String operator, String suffix, String descriptor) {
    InsnList code = editor.pushHook(hook, operator);
    code.add(new InsnNode(Opcodes.DUP_X2));
    code.add(new InsnNode(Opcodes.POP));
    code.add(call(operator, "applyAs" + suffix, descriptor));
    return code;
  }

  private static MethodInsnNode call(String owner, String name, String descriptor) {
    return new MethodInsnNode(Opcodes.INVOKEINTERFACE, owner, name, descriptor, true);
  }
}
