package dev.bauta.agent.core;

import dev.bauta.agent.api.ClassEditor;
import java.util.List;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Applies hooks to one class file. Adds no member; stack sizes are computed, frames are not,
 * because computing them would load classes of the application.
 */
final class ClassRewriter {

  /** What came of a rewrite: the new class file (null: unchanged) and what was not found. */
  record Result(byte[] classFile, List<String> missing) {}

  private ClassRewriter() {}

  static Result rewrite(byte[] classFile, List<HookIndex.Entry> entries) {
    ClassNode node = new ClassNode();
    new ClassReader(classFile).accept(node, 0);
    if (mayBeRaised(node)) {
      node.version = Opcodes.V11; // the first that may hold the link as a constant
    }
    ClassEditor editor = new ClassEditor(node);
    for (HookIndex.Entry entry : entries) {
      entry.hook().rewrite().apply(editor);
    }
    if (editor.edits() == 0) {
      return new Result(null, editor.missing());
    }
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    node.accept(writer);
    return new Result(writer.toByteArray(), editor.missing());
  }

  /** From 51 on stack maps are certain; 50 may have them, and then verifies just as well at 55. */
  private static boolean mayBeRaised(ClassNode node) {
    int major = node.version & 0xffff;
    if (major >= Opcodes.V11 || major < Opcodes.V1_6) {
      return false;
    }
    if (major > Opcodes.V1_6) {
      return true;
    }
    for (MethodNode method : node.methods) {
      if (!hasStackMaps(method)) {
        return false;
      }
    }
    return true;
  }

  private static boolean hasStackMaps(MethodNode method) {
    boolean branches = !method.tryCatchBlocks.isEmpty();
    boolean frames = false;
    for (AbstractInsnNode instruction : method.instructions) {
      switch (instruction.getType()) {
        case AbstractInsnNode.JUMP_INSN:
          if (instruction.getOpcode() == Opcodes.JSR) {
            return false;
          }
          branches = true;
          break;
        case AbstractInsnNode.TABLESWITCH_INSN, AbstractInsnNode.LOOKUPSWITCH_INSN:
          branches = true;
          break;
        case AbstractInsnNode.FRAME:
          frames = true;
          break;
        default:
          break;
      }
    }
    return frames || !branches;
  }
}
