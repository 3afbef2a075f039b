package dev.bauta.agent.instrumentation.piitostring;

import dev.bauta.agent.api.ClassEditor;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Lets the agent see the values of personal members where their own class sets and reads them, so
 * that they are known again in free text. Changes no value.
 */
final class SeenMembers {

  /** What goes over every member by itself; nothing new is seen there. */
  private static final Set<String> PASSED = Set.of("toString", "equals", "hashCode");

  private final ClassEditor editor;
  private final PiiMembers members;

  SeenMembers(ClassEditor editor, PiiMembers members) {
    this.editor = editor;
    this.members = members;
  }

  void note() {
    int places = 0;
    for (MethodNode method : editor.node().methods) {
      if (!PASSED.contains(method.name)) {
        places += note(method);
      }
    }
    editor.edited(places);
  }

  private int note(MethodNode method) {
    String getter = members.getterTag(method);
    int places = 0;
    for (AbstractInsnNode instruction : method.instructions.toArray()) {
      int opcode = instruction.getOpcode();
      if (opcode == Opcodes.ARETURN && getter != null) {
        Type returned = Type.getReturnType(method.desc);
        method.instructions.insertBefore(instruction, saw(getter, returned));
        places++;
      } else if (instruction instanceof FieldInsnNode field && isObject(field.desc)) {
        places += note(method, field);
      }
    }
    return places;
  }

  private int note(MethodNode method, FieldInsnNode field) {
    String tag = field.owner.equals(editor.node().name) ? members.fieldTag(field.name) : null;
    if (tag == null) {
      return 0;
    }
    InsnList saw = saw(tag, Type.getType(field.desc));
    if (field.getOpcode() == Opcodes.PUTFIELD) {
      method.instructions.insertBefore(field, saw);
      return 1;
    }
    if (field.getOpcode() == Opcodes.GETFIELD) {
      method.instructions.insert(field, saw);
      return 1;
    }
    return 0;
  }

  private InsnList saw(String tag, Type type) {
    InsnList pushed = new InsnList();
    pushed.add(new LdcInsnNode(tag));
    return editor.filter(PrintHooks.SAW, pushed, type);
  }

  private static boolean isObject(String descriptor) {
    return descriptor.startsWith("L") || descriptor.startsWith("[L");
  }
}
