package dev.bauta.agent.instrumentation.jdbc;

import dev.bauta.agent.api.ClassEditor;
import dev.bauta.agent.api.Frames;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Notes on the thread's slots which reading runs, puts back what was there on every way out, and
 * passes what a getter returns through a filter. In Java:
 *
 * <pre>
 * Object[] slots = (Object[]) SLOTS.get();
 * Object outer = slots[READING];
 * slots[READING] = this;
 * try {
 *   value = ...;                        // the method
 *   slots[COLUMN] = index; slots[OUTER] = outer;
 *   value = FILTER.apply(value);
 *   slots[OUTER] = null;
 *   return value;
 * } finally {
 *   slots[READING] = outer;
 * }
 * </pre>
 *
 * <p>Putting back calls nothing, so that it holds even where the stack is used up. No branch, no
 * member; two variables, which the frames are told of.
 */
final class Brackets {

  private static final String SUPPLIER = "java/util/function/Supplier";

  /** The thread's slots, and what was noted in them before. */
  private static final String[] TYPES = {"[Ljava/lang/Object;", "java/lang/Object"};

  /** And the column, where the getter changes its argument. */
  private static final String[] WITH_COLUMN = {
    "[Ljava/lang/Object;", "java/lang/Object", "java/lang/Object"
  };

  private final ClassEditor editor;

  Brackets(ClassEditor editor) {
    this.editor = editor;
  }

  /** What the driver reads inside this method is raw. */
  void inside(MethodNode method) {
    around(method, false);
  }

  /** What this getter returns is masked; its column is the first argument. */
  void getter(MethodNode method) {
    around(method, true);
  }

  private void around(MethodNode method, boolean getter) {
    int slots = method.maxLocals;
    int outer = slots + 1;
    boolean copied = getter && !keepsColumn(method);
    String[] types = copied ? WITH_COLUMN : TYPES;
    Frames.add(editor.node().name, method, slots, types);
    Type returned = Type.getReturnType(method.desc);
    for (AbstractInsnNode instruction : method.instructions.toArray()) {
      int opcode = instruction.getOpcode();
      if (opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN) {
        if (getter) {
          InsnList column = copied ? load(slots + 2) : column(method);
          method.instructions.insertBefore(instruction, note(column, slots, outer));
          method.instructions.insertBefore(instruction, filter(returned));
          method.instructions.insertBefore(instruction, forgetOuter(slots));
        }
        method.instructions.insertBefore(instruction, store(slots, Slots.READING, outer));
      }
    }
    LabelNode start = new LabelNode();
    LabelNode end = new LabelNode();
    InsnList enter = enter(slots, outer, getter ? 0 : slots);
    if (copied) {
      enter.insert(new VarInsnNode(Opcodes.ASTORE, slots + 2));
      enter.insert(column(method));
    }
    enter.add(start);
    method.instructions.insert(enter);
    method.instructions.add(end);
    if ((editor.node().version & 0xffff) >= Opcodes.V1_6) {
      method.instructions.add(Frames.handler(slots, types));
    }
    method.instructions.add(store(slots, Slots.READING, outer));
    method.instructions.add(new InsnNode(Opcodes.ATHROW));
    method.tryCatchBlocks.add(new TryCatchBlockNode(start, end, end, null));
    method.maxLocals += types.length;
    editor.edited(1);
  }

  /** Nothing is changed until all is at hand, so a failure here leaves nothing to put back. */
  private InsnList enter(int slots, int outer, int reading) {
    InsnList code = editor.pushHook(Hook.SLOTS, SUPPLIER);
    code.add(
        new MethodInsnNode(Opcodes.INVOKEINTERFACE, SUPPLIER, "get", "()Ljava/lang/Object;", true));
    code.add(new TypeInsnNode(Opcodes.CHECKCAST, "[Ljava/lang/Object;"));
    code.add(new VarInsnNode(Opcodes.ASTORE, slots));
    code.add(new VarInsnNode(Opcodes.ALOAD, slots));
    code.add(new InsnNode(Opcodes.ICONST_0 + Slots.READING));
    code.add(new InsnNode(Opcodes.AALOAD));
    code.add(new VarInsnNode(Opcodes.ASTORE, outer));
    code.add(store(slots, Slots.READING, reading));
    return code;
  }

  /** Tells the filter which column it is, and whether this reading is part of another. */
  private static InsnList note(InsnList column, int slots, int outer) {
    InsnList code = new InsnList();
    code.add(new VarInsnNode(Opcodes.ALOAD, slots));
    code.add(new InsnNode(Opcodes.ICONST_0 + Slots.COLUMN));
    code.add(column);
    code.add(new InsnNode(Opcodes.AASTORE));
    code.add(store(slots, Slots.OUTER, outer));
    return code;
  }

  /** The first argument as an object. */
  private static InsnList column(MethodNode method) {
    InsnList code = new InsnList();
    if (Type.getArgumentTypes(method.desc)[0].getSort() == Type.INT) {
      code.add(new VarInsnNode(Opcodes.ILOAD, 1));
      code.add(
          new MethodInsnNode(
              Opcodes.INVOKESTATIC,
              "java/lang/Integer",
              "valueOf",
              "(I)Ljava/lang/Integer;",
              false));
    } else {
      code.add(new VarInsnNode(Opcodes.ALOAD, 1));
    }
    return code;
  }

  private static InsnList load(int variable) {
    InsnList code = new InsnList();
    code.add(new VarInsnNode(Opcodes.ALOAD, variable));
    return code;
  }

  /** Whether the first argument still is the column at the return. Nearly all getters keep it. */
  private static boolean keepsColumn(MethodNode method) {
    for (AbstractInsnNode instruction : method.instructions) {
      boolean store =
          instruction.getOpcode() == Opcodes.ISTORE || instruction.getOpcode() == Opcodes.ASTORE;
      if ((store && ((VarInsnNode) instruction).var == 1)
          || (instruction instanceof IincInsnNode increment && increment.var == 1)) {
        return false;
      }
    }
    return true;
  }

  private static InsnList store(int slots, int slot, int variable) {
    InsnList code = new InsnList();
    code.add(new VarInsnNode(Opcodes.ALOAD, slots));
    code.add(new InsnNode(Opcodes.ICONST_0 + slot));
    code.add(new VarInsnNode(Opcodes.ALOAD, variable));
    code.add(new InsnNode(Opcodes.AASTORE));
    return code;
  }

  /**
   * Server threads live longer than an application: a driver's object that stays noted on one keeps
   * the application's class loader.
   */
  private static InsnList forgetOuter(int slots) {
    InsnList code = load(slots);
    code.add(new InsnNode(Opcodes.ICONST_0 + Slots.OUTER));
    code.add(new InsnNode(Opcodes.ACONST_NULL));
    code.add(new InsnNode(Opcodes.AASTORE));
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
    code.add(new MethodInsnNode(Opcodes.INVOKEINTERFACE, operator, "applyAsInt", "(I)I", true));
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
    String name = "applyAs".concat(suffix);
    code.add(new MethodInsnNode(Opcodes.INVOKEINTERFACE, operator, name, descriptor, true));
    return code;
  }
}
