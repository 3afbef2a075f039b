package dev.bauta.agent.instrumentation.json;

import dev.bauta.agent.api.ClassEditor;
import java.util.function.Predicate;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Changes the arguments of a writer's methods on entry, so that escaping and context stay the
 * writer's own work and the JSON stays valid.
 */
public final class WriterRewrite {

  /** Code that pushes where a value belongs. */
  @FunctionalInterface
  public interface Context {
    InsnList code(MethodNode method);
  }

  private static final Type OBJECT = Type.getObjectType("java/lang/Object");

  private final ClassEditor editor;
  private final String library;

  /** Edits one class of a library. */
  public WriterRewrite(ClassEditor editor, String library) {
    this.editor = editor;
    this.library = library;
  }

  /** Passes an argument through a filter with a context; no such method is a missing hook point. */
  public void argument(String name, String descriptor, int index, String hook, Context context) {
    argument(ClassEditor.method(name, descriptor), name + descriptor, index, hook, context);
  }

  /** As the other, with the point's name for when it is missing. */
  public void argument(
      Predicate<MethodNode> in, String point, int index, String hook, Context context) {
    int places = 0;
    for (MethodNode method : editor.node().methods) {
      if (method.instructions.size() == 0 || !in.test(method)) {
        continue;
      }
      int slot = ClassEditor.slotOf(method, index);
      InsnList code = load(slot);
      code.add(
          editor.filter(
              library + hook, context.code(method), Type.getArgumentTypes(method.desc)[index]));
      code.add(new VarInsnNode(Opcodes.ASTORE, slot));
      method.instructions.insert(code);
      places++;
    }
    editor.require(point, editor.edited(places));
  }

  /** Passes an argument through a filter without a context. */
  public void argument(String name, String descriptor, int index, String hook) {
    editor.require(
        name + descriptor,
        editor.filterArgument(ClassEditor.method(name, descriptor), index, library + hook));
  }

  /** As the other, for methods of several shapes. */
  public void argument(Predicate<MethodNode> in, String point, int index, String hook) {
    editor.require(point, editor.filterArgument(in, index, library + hook));
  }

  /** Tells of the writer itself on entry to methods, with a context. */
  public void entry(Predicate<MethodNode> in, String point, String hook, Context context) {
    int places = 0;
    for (MethodNode method : editor.node().methods) {
      if (method.instructions.size() > 0 && in.test(method)) {
        InsnList code = load(0);
        code.add(editor.filter(library + hook, context.code(method), OBJECT));
        code.add(new InsnNode(Opcodes.POP));
        method.instructions.insert(code);
        places++;
      }
    }
    editor.require(point, editor.edited(places));
  }

  /** Tells of the writer itself on entry to methods. */
  public void entry(Predicate<MethodNode> in, String point, String hook) {
    int places = 0;
    for (MethodNode method : editor.node().methods) {
      if (method.instructions.size() > 0 && in.test(method)) {
        InsnList code = load(0);
        code.add(editor.filter(library + hook, OBJECT));
        code.add(new InsnNode(Opcodes.POP));
        method.instructions.insert(code);
        places++;
      }
    }
    editor.require(point, editor.edited(places));
  }

  /** Passes what a method reads by reflection through the filter for members. */
  public void reads(String method, Context member) {
    int places = 0;
    for (MethodNode in : editor.node().methods) {
      if (!in.name.equals(method)) {
        continue;
      }
      for (AbstractInsnNode instruction : in.instructions.toArray()) {
        if (instruction instanceof MethodInsnNode call && readsMember(call)) {
          in.instructions.insert(
              call, editor.filter(library + WriterHooks.MEMBER, member.code(in), OBJECT));
          places++;
        }
      }
    }
    editor.require("member read in " + method, editor.edited(places));
  }

  /** The value's own name from a field of the writer; the writer itself where that is null. */
  public Context nameOrWriter(String field) {
    return method -> {
      InsnList code = field(field, "Ljava/lang/String;");
      code.add(new VarInsnNode(Opcodes.ALOAD, 0));
      code.add(
          new MethodInsnNode(
              Opcodes.INVOKESTATIC,
              "java/util/Objects",
              "requireNonNullElse",
              "(Ljava/lang/Object;Ljava/lang/Object;)Ljava/lang/Object;",
              false));
      return code;
    };
  }

  /** What a field of this object holds. */
  public InsnList field(String name, String descriptor) {
    InsnList code = load(0);
    code.add(new FieldInsnNode(Opcodes.GETFIELD, editor.node().name, name, descriptor));
    return code;
  }

  /** A local variable that holds an object. */
  public static InsnList load(int slot) {
    InsnList code = new InsnList();
    code.add(new VarInsnNode(Opcodes.ALOAD, slot));
    return code;
  }

  /** Nothing. */
  public static InsnList none() {
    InsnList code = new InsnList();
    code.add(new InsnNode(Opcodes.ACONST_NULL));
    return code;
  }

  private static boolean readsMember(MethodInsnNode call) {
    return call.owner.equals("java/lang/reflect/Method") && call.name.equals("invoke")
        || call.owner.equals("java/lang/reflect/Field") && call.name.equals("get");
  }
}
