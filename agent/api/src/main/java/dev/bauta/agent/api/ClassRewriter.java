package dev.bauta.agent.api;

import java.util.List;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Applies hooks to one class file. Adds no member; stack sizes are computed, frames are not,
 * because computing them would load classes of the application. Methods that no hook looks at are
 * copied without being read: reading all code of every hooked class costs a start more than
 * everything else here, once the JIT compiles ASM for it.
 */
public final class ClassRewriter {

  /**
   * What came of a rewrite.
   *
   * @param classFile the new class file, or null: unchanged
   * @param edits how many places were changed
   * @param missing the hook points that were not found
   */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  public record Result(byte[] classFile, int edits, List<String> missing) {}

  private ClassRewriter() {}

  /** Rewrites a class file; may be called by any number of threads. */
  public static Result rewrite(byte[] classFile, List<ClassHook> hooks) {
    return rewrite(classFile, hooks, true);
  }

  /**
   * As {@link #rewrite(byte[], List)}.
   *
   * @param raising whether an old class file becomes one that may hold the link as a constant
   */
  public static Result rewrite(byte[] classFile, List<ClassHook> hooks, boolean raising) {
    ClassReader reader = new ClassReader(classFile);
    boolean[] read = wanted(reader, hooks);
    ClassNode node = new PartlyRead(read);
    reader.accept(node, 0);
    if (raising && mayBeRaised(node)) {
      node.version = Opcodes.V11; // the first that may hold the link as a constant
    }
    ClassEditor editor = new ClassEditor(node);
    for (ClassHook hook : hooks) {
      hook.rewrite().apply(editor);
    }
    if (editor.edits() == 0) {
      return new Result(null, 0, editor.missing());
    }
    return new Result(written(reader, node, read), editor.edits(), editor.missing());
  }

  /** For each method, whether its code is read; null for all of them. */
  private static boolean[] wanted(ClassReader reader, List<ClassHook> hooks) {
    if (majorVersion(reader) <= Opcodes.V1_6) {
      return null; // whether it may be raised stands in its code
    }
    MethodScan scan = new MethodScan(reader);
    for (ClassHook hook : hooks) {
      if (hook.code() == null) {
        return null;
      }
      scan.add(hook.code());
    }
    return scan.wanted();
  }

  private static int majorVersion(ClassReader reader) {
    return reader.readUnsignedShort(6);
  }

  private static byte[] written(ClassReader reader, ClassNode node, boolean[] read) {
    if (read == null) {
      ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
      node.accept(writer);
      return writer.toByteArray();
    }
    ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
    reader.accept(new Copying(writer, node, read), 0);
    return writer.toByteArray();
  }

  /** A class with the code of some methods. */
  private static final class PartlyRead extends ClassNode {

    private final boolean[] read;

    PartlyRead(boolean[] read) {
      super(Opcodes.ASM9);
      this.read = read;
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String name, String descriptor, String signature, String[] exceptions) {
      int index = methods.size();
      MethodVisitor method = super.visitMethod(access, name, descriptor, signature, exceptions);
      return read == null || read[index] ? method : null;
    }
  }

  /** Takes the methods that were read from the node, and all else from the class file. */
  private static final class Copying extends ClassVisitor {

    private final ClassNode node;
    private final boolean[] read;
    private int index;

    Copying(ClassWriter writer, ClassNode node, boolean[] read) {
      super(Opcodes.ASM9, writer);
      this.node = node;
      this.read = read;
    }

    @Override
    public void visit(
        int version, int access, String name, String signature, String parent, String[] types) {
      super.visit(node.version, access, name, signature, parent, types);
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String name, String descriptor, String signature, String[] exceptions) {
      int method = index++;
      if (!read[method]) {
        return super.visitMethod(access, name, descriptor, signature, exceptions);
      }
      node.methods.get(method).accept(cv);
      return null;
    }
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
