package dev.bauta.agent.api;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Tells the stack map frames of a method about variables that are set before its first instruction.
 * Every frame is written out in full; no type is computed, so no class is loaded.
 */
public final class Frames {

  private Frames() {}

  /**
   * Adds the variables to every frame of the method.
   *
   * @param owner the internal name of the method's class
   * @param from the first new variable, behind all others
   * @param types internal names, one variable each
   */
  public static void add(String owner, MethodNode method, int from, String... types) {
    List<Object> locals = arguments(owner, method);
    for (AbstractInsnNode instruction : method.instructions.toArray()) {
      if (!(instruction instanceof FrameNode frame)) {
        continue;
      }
      List<Object> stack = List.of();
      switch (frame.type) {
        case Opcodes.F_APPEND -> locals.addAll(frame.local);
        case Opcodes.F_CHOP ->
            locals.subList(locals.size() - frame.local.size(), locals.size()).clear();
        case Opcodes.F_SAME -> {}
        case Opcodes.F_SAME1 -> stack = frame.stack;
        default -> { // full, or expanded by whoever read the class
          locals = new ArrayList<>(frame.local);
          stack = frame.stack;
        }
      }
      method.instructions.set(frame, full(locals, stack, from, types));
    }
  }

  /** The frame of a handler for all of the method: it knows the new variables only. */
  public static FrameNode handler(int from, String... types) {
    return full(new ArrayList<>(), List.of("java/lang/Throwable"), from, types);
  }

  private static FrameNode full(
      List<Object> locals, List<Object> stack, int from, String... types) {
    List<Object> all = new ArrayList<>(locals);
    for (int size = size(locals); size < from; size++) {
      all.add(Opcodes.TOP);
    }
    all.addAll(Arrays.asList(types));
    return new FrameNode(Opcodes.F_FULL, all.size(), all.toArray(), stack.size(), stack.toArray());
  }

  private static int size(List<Object> locals) {
    int size = 0;
    for (Object local : locals) {
      size += local.equals(Opcodes.LONG) || local.equals(Opcodes.DOUBLE) ? 2 : 1;
    }
    return size;
  }

  private static List<Object> arguments(String owner, MethodNode method) {
    List<Object> locals = new ArrayList<>();
    if ((method.access & Opcodes.ACC_STATIC) == 0) {
      locals.add(owner);
    }
    for (Type type : Type.getArgumentTypes(method.desc)) {
      locals.add(
          switch (type.getSort()) {
            case Type.BOOLEAN, Type.BYTE, Type.CHAR, Type.SHORT, Type.INT -> Opcodes.INTEGER;
            case Type.FLOAT -> Opcodes.FLOAT;
            case Type.LONG -> Opcodes.LONG;
            case Type.DOUBLE -> Opcodes.DOUBLE;
            default -> type.getInternalName();
          });
    }
    return locals;
  }
}
