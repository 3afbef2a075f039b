package dev.bauta.agent.instrumentation.piitostring;

import java.util.HashSet;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.analysis.Analyzer;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.Frame;
import org.objectweb.asm.tree.analysis.SourceInterpreter;
import org.objectweb.asm.tree.analysis.SourceValue;

/**
 * Where the values in one method come from: which operands hold a personal value or something made
 * of one. Works on the instructions alone and loads no class. Operands are counted from the top of
 * the stack, which is 0.
 */
final class DataFlow {

  /** Stands for the parameter {@code this}. */
  private static final AbstractInsnNode THIS = new InsnNode(Opcodes.NOP);

  private final PiiMembers members;
  private final MethodNode method;
  private final Frame<SourceValue>[] frames;

  /**
   * @throws AnalyzerException for code that no compiler makes
   */
  DataFlow(String owner, MethodNode method, PiiMembers members) throws AnalyzerException {
    this.members = members;
    this.method = method;
    frames = new Analyzer<>(new Sources()).analyze(owner, method);
  }

  /** Whether an instruction can be reached at all. */
  boolean reached(AbstractInsnNode instruction) {
    return frame(instruction) != null;
  }

  /** The tag of an operand, or null where it has nothing personal. */
  String tag(AbstractInsnNode instruction, int depth) {
    return tag(instruction, depth, new HashSet<>());
  }

  /** Whether an operand may be {@code this}. */
  boolean isThis(AbstractInsnNode instruction, int depth) {
    return operand(instruction, depth).insns.contains(THIS);
  }

  private String tag(AbstractInsnNode instruction, int depth, Set<AbstractInsnNode> seen) {
    for (AbstractInsnNode source : operand(instruction, depth).insns) {
      String tag = source == THIS || !seen.add(source) ? null : tagOfResult(source, seen);
      if (tag != null) {
        return tag;
      }
    }
    return null;
  }

  /** What an instruction leaves on the stack: read from a flagged member, or made of such. */
  private String tagOfResult(AbstractInsnNode source, Set<AbstractInsnNode> seen) {
    String tag = members.tag(source);
    if (tag != null || !reached(source)) {
      return tag;
    }
    if (source instanceof MethodInsnNode call) {
      return tagOfCall(call, seen);
    }
    int operands = operandsCarried(source.getOpcode());
    for (int depth = 0; depth < operands && tag == null; depth++) {
      tag = tag(source, depth, seen);
    }
    return tag;
  }

  /** A part of a personal value is personal, and so is the text or number made of one. */
  private String tagOfCall(MethodInsnNode call, Set<AbstractInsnNode> seen) {
    int arguments = Type.getArgumentTypes(call.desc).length;
    String tag =
        call.getOpcode() == Opcodes.INVOKESTATIC || TextCalls.isBuilder(call.owner)
            ? null
            : tag(call, arguments, seen);
    if (TextCalls.takesMasked(call) || !returnsValue(call)) {
      return tag;
    }
    for (int depth = 0; depth < arguments && tag == null; depth++) {
      tag = tag(call, depth, seen);
    }
    return tag;
  }

  /** Whether what a call gives is taken for a value made of its arguments: no builder, say. */
  static boolean returnsValue(MethodInsnNode call) {
    Type type = Type.getReturnType(call.desc);
    if (type.getSort() != Type.OBJECT) {
      return type.getSort() != Type.VOID;
    }
    String name = type.getInternalName();
    return name.startsWith("java/") && !TextCalls.isBuilder(name);
  }

  /** How many operands of an instruction live on in its result; concatenation takes masked ones. */
  private static int operandsCarried(int opcode) {
    boolean unary =
        opcode == Opcodes.CHECKCAST
            || opcode == Opcodes.GETFIELD
            || opcode >= Opcodes.INEG && opcode <= Opcodes.DNEG
            || opcode >= Opcodes.I2L && opcode <= Opcodes.I2S;
    boolean binary =
        opcode >= Opcodes.IALOAD && opcode <= Opcodes.SALOAD
            || opcode >= Opcodes.IADD && opcode < Opcodes.IINC;
    return unary ? 1 : binary ? 2 : 0;
  }

  private SourceValue operand(AbstractInsnNode instruction, int depth) {
    Frame<SourceValue> frame = frame(instruction);
    return frame.getStack(frame.getStackSize() - 1 - depth);
  }

  private Frame<SourceValue> frame(AbstractInsnNode instruction) {
    return frames[method.instructions.indexOf(instruction)];
  }

  /** Looks through copies: a variable's source is what was stored into it. */
  private static final class Sources extends SourceInterpreter {
    Sources() {
      super(Opcodes.ASM9);
    }

    @Override
    public SourceValue copyOperation(AbstractInsnNode instruction, SourceValue value) {
      return value;
    }

    @Override
    public SourceValue newParameterValue(boolean isInstanceMethod, int local, Type type) {
      return isInstanceMethod && local == 0
          ? new SourceValue(type.getSize(), THIS)
          : newValue(type);
    }
  }
}
