package dev.bauta.agent.core;

import dev.bauta.agent.api.ClassEditor;
import java.util.List;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;

/**
 * Applies hooks to one class file. Adds no member; stack sizes are computed, frames are not,
 * because computing them would load classes of the application.
 */
final class ClassRewriter {

  /**
   * The oldest version whose classes are always verified by stack maps, so that it may be raised.
   */
  private static final int STACK_MAPS_CERTAIN = Opcodes.V1_7;

  /** What came of a rewrite: the new class file (null: unchanged) and what was not found. */
  record Result(byte[] classFile, List<String> missing) {}

  private ClassRewriter() {}

  static Result rewrite(byte[] classFile, List<HookIndex.Entry> entries) {
    ClassNode node = new ClassNode();
    new ClassReader(classFile).accept(node, 0);
    int major = node.version & 0xffff;
    if (major >= STACK_MAPS_CERTAIN && major < Opcodes.V11) {
      node.version = Opcodes.V11;
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
}
