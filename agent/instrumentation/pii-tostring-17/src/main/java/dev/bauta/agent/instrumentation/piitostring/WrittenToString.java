package dev.bauta.agent.instrumentation.piitostring;

import dev.bauta.agent.api.ClassEditor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.VarInsnNode;
import org.objectweb.asm.tree.analysis.AnalyzerException;

/**
 * A toString() that somebody or some tool wrote. A personal value is replaced by its masked text at
 * the very instruction that makes text of it, so the method's own logic sees the value it expects.
 * What other methods may have written is taken out of the returned text.
 */
final class WrittenToString {

  private static final Type OBJECT = Type.getObjectType("java/lang/Object");
  private static final Type STRING = Type.getObjectType("java/lang/String");

  private final ClassEditor editor;
  private final MethodNode method;
  private final PiiMembers members;
  private final List<Edit> edits = new ArrayList<>();
  private DataFlow flow;
  private boolean unseen;

  /** A planned change: arguments with a tag are masked and passed as the new type. */
  private record Edit(
      AbstractInsnNode call, String hook, Type[] types, String[] tags, Type[] masked) {}

  WrittenToString(ClassEditor editor, MethodNode method, PiiMembers members) {
    this.editor = editor;
    this.method = method;
    this.members = members;
  }

  void mask() {
    try {
      flow = new DataFlow(editor.node().name, method, members);
      for (AbstractInsnNode instruction : method.instructions) {
        if (instruction.getOpcode() >= 0 && flow.reached(instruction)) {
          plan(instruction);
        }
      }
    } catch (AnalyzerException | RuntimeException e) { // a shape that nobody has thought of
      edits.clear();
      unseen = true;
    }
    for (Edit edit : edits) {
      apply(edit);
    }
    editor.edited(edits.size());
    scrub();
  }

  private void plan(AbstractInsnNode instruction) {
    if (instruction instanceof InvokeDynamicInsnNode call) {
      planDynamic(call);
    } else if (instruction instanceof MethodInsnNode call) {
      planCall(call);
    } else if (instruction.getOpcode() == Opcodes.AASTORE) {
      // arguments of String.format: %d must find a number, so the value keeps its type
      planOperand(instruction, PrintHooks.PRESERVED, OBJECT);
    } else if (instruction.getOpcode() == Opcodes.ARETURN) {
      planOperand(instruction, PrintHooks.PRINTED, STRING);
    }
  }

  private void planOperand(AbstractInsnNode instruction, String hook, Type type) {
    String tag = flow.tag(instruction, 0);
    if (tag != null) {
      Type[] types = {type};
      edits.add(new Edit(instruction, hook, types, new String[] {tag}, types));
    }
  }

  private void planDynamic(InvokeDynamicInsnNode call) {
    Type[] types = Type.getArgumentTypes(call.desc);
    String[] tags = tags(call, types.length);
    String factory = call.bsm.getOwner();
    if (factory.equals("java/lang/invoke/StringConcatFactory")) {
      Type[] masked = new Type[types.length];
      Arrays.fill(masked, STRING);
      add(call, types, tags, masked);
    } else if (!factory.equals("java/lang/runtime/ObjectMethods")) {
      for (int i = 0; i < types.length; i++) {
        unseen |= tags[i] != null || flow.isThis(call, types.length - 1 - i);
      }
    }
  }

  private void planCall(MethodInsnNode call) {
    Type[] types = Type.getArgumentTypes(call.desc);
    String[] tags = tags(call, types.length);
    Type[] masked = new Type[types.length];
    for (int i = 0; i < types.length; i++) {
      masked[i] = TextCalls.maskedParameter(call, i);
      if (tags[i] != null && masked[i] == null) {
        tags[i] = null;
        unseen |= !DataFlow.returnsValue(call);
      }
      unseen |= flow.isThis(call, types.length - 1 - i);
    }
    unseen |= seesThis(call, types.length);
    add(call, types, tags, masked);
  }

  /** Whether a method of this object runs that may read any of its members. */
  private boolean seesThis(MethodInsnNode call, int arguments) {
    return call.getOpcode() != Opcodes.INVOKESTATIC
        && flow.isThis(call, arguments)
        && !call.owner.equals(OBJECT.getInternalName())
        && !call.name.equals("getClass")
        && !call.name.equals("hashCode")
        && members.tag(call) == null
        && !members.callsPlainGetter(call);
  }

  private String[] tags(AbstractInsnNode call, int arguments) {
    String[] tags = new String[arguments];
    for (int i = 0; i < arguments; i++) {
      tags[i] = flow.tag(call, arguments - 1 - i);
    }
    return tags;
  }

  private void add(AbstractInsnNode call, Type[] types, String[] tags, Type[] masked) {
    for (String tag : tags) {
      if (tag != null) {
        edits.add(new Edit(call, PrintHooks.PRINTED, types, tags, masked));
        return;
      }
    }
  }

  private void apply(Edit edit) {
    method.instructions.insertBefore(edit.call, maskOperands(edit));
    Type[] types = edit.types.clone();
    for (int i = 0; i < types.length; i++) {
      types[i] = edit.tags[i] == null ? types[i] : edit.masked[i];
    }
    if (edit.call instanceof InvokeDynamicInsnNode call) {
      call.desc = Type.getMethodDescriptor(Type.getReturnType(call.desc), types);
    } else if (edit.call instanceof MethodInsnNode call) {
      call.desc = Type.getMethodDescriptor(Type.getReturnType(call.desc), types);
    }
  }

  /** Takes the operands from the first masked one on off the stack, and puts them back masked. */
  private InsnList maskOperands(Edit edit) {
    int first = 0;
    while (edit.tags[first] == null) {
      first++;
    }
    InsnList code = new InsnList();
    int[] slots = new int[edit.types.length];
    for (int i = edit.types.length - 1; i > first; i--) {
      slots[i] = method.maxLocals;
      method.maxLocals += edit.types[i].getSize();
      code.add(new VarInsnNode(edit.types[i].getOpcode(Opcodes.ISTORE), slots[i]));
    }
    for (int i = first; i < edit.types.length; i++) {
      if (i > first) {
        code.add(new VarInsnNode(edit.types[i].getOpcode(Opcodes.ILOAD), slots[i]));
      }
      if (edit.tags[i] != null) {
        box(code, edit.types[i]);
        code.add(filter(hook(edit, i), edit.tags[i], edit.masked[i]));
      }
    }
    return code;
  }

  /** Methods take an array of characters for a text; a concatenation prints its address. */
  private static String hook(Edit edit, int argument) {
    boolean chars = edit.types[argument].getDescriptor().equals("[C");
    return chars && edit.call instanceof MethodInsnNode && edit.hook.equals(PrintHooks.PRINTED)
        ? PrintHooks.PRINTED_CHARS
        : edit.hook;
  }

  private InsnList filter(String hook, String tag, Type type) {
    InsnList context = new InsnList();
    context.add(new LdcInsnNode(tag));
    return editor.filter(hook, context, type.equals(OBJECT) ? OBJECT : STRING);
  }

  /** Takes the texts of flagged fields out of what is returned. */
  private void scrub() {
    List<FieldNode> fields = members.fields();
    if (fields.isEmpty() || writesThis()) {
      return;
    }
    int places = 0;
    for (AbstractInsnNode instruction : method.instructions.toArray()) {
      if (instruction.getOpcode() == Opcodes.ARETURN) {
        String hook = unseen ? PrintHooks.SCRUBBED : PrintHooks.SCRUBBED_OF_LONG;
        InsnList code = editor.filter(hook, tagsAndValues(fields), STRING);
        method.instructions.insertBefore(instruction, code);
        places++;
      }
    }
    editor.edited(places);
  }

  private InsnList tagsAndValues(List<FieldNode> fields) {
    InsnList code = new InsnList();
    code.add(new IntInsnNode(Opcodes.SIPUSH, 2 * fields.size()));
    code.add(new TypeInsnNode(Opcodes.ANEWARRAY, OBJECT.getInternalName()));
    int index = 0;
    for (FieldNode field : fields) {
      code.add(new InsnNode(Opcodes.DUP));
      code.add(new IntInsnNode(Opcodes.SIPUSH, index++));
      code.add(new LdcInsnNode(members.fieldTag(field.name)));
      code.add(new InsnNode(Opcodes.AASTORE));
      code.add(new InsnNode(Opcodes.DUP));
      code.add(new IntInsnNode(Opcodes.SIPUSH, index++));
      code.add(new VarInsnNode(Opcodes.ALOAD, 0));
      code.add(new FieldInsnNode(Opcodes.GETFIELD, editor.node().name, field.name, field.desc));
      box(code, Type.getType(field.desc));
      code.add(new InsnNode(Opcodes.AASTORE));
    }
    return code;
  }

  /** Whether the method reuses the variable of {@code this}, which no known compiler does. */
  private boolean writesThis() {
    for (AbstractInsnNode instruction : method.instructions) {
      if (instruction.getOpcode() == Opcodes.ASTORE && ((VarInsnNode) instruction).var == 0) {
        return true;
      }
    }
    return false;
  }

  private static void box(InsnList code, Type type) {
    String wrapper =
        switch (type.getSort()) {
          case Type.BOOLEAN -> "java/lang/Boolean";
          case Type.CHAR -> "java/lang/Character";
          case Type.BYTE -> "java/lang/Byte";
          case Type.SHORT -> "java/lang/Short";
          case Type.INT -> "java/lang/Integer";
          case Type.LONG -> "java/lang/Long";
          case Type.FLOAT -> "java/lang/Float";
          case Type.DOUBLE -> "java/lang/Double";
          default -> null;
        };
    if (wrapper != null) {
      String descriptor = "(" + type.getDescriptor() + ")L" + wrapper + ";";
      code.add(new MethodInsnNode(Opcodes.INVOKESTATIC, wrapper, "valueOf", descriptor, false));
    }
  }
}
