package dev.bauta.agent.instrumentation.jackson;

import dev.bauta.agent.api.ClassEditor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Keeps Blackbird and Afterburner off marked properties. Their own writers read members without
 * passing our filter; both leave properties alone that are unwrapped, so a marked one counts as
 * that here, and only here.
 */
final class OptimizerRewrite {

  /** What chooses the properties to optimize. */
  static final String[] MODIFIERS = {
    "module/blackbird/ser/BBSerializerModifier", "module/afterburner/ser/SerializerModifier"
  };

  private final JacksonNames names;

  OptimizerRewrite(JacksonNames names) {
    this.names = names;
  }

  void keepOff(ClassEditor editor) {
    int places = 0;
    for (MethodNode method : editor.node().methods) {
      for (AbstractInsnNode instruction : method.instructions.toArray()) {
        if (instruction instanceof MethodInsnNode call
            && call.owner.equals(names.propertyWriter())
            && call.name.equals("isUnwrapping")) {
          method.instructions.insertBefore(call, new InsnNode(Opcodes.DUP));
          method.instructions.insert(call, orMarked());
          places++;
        }
      }
    }
    editor.require("choice of properties", editor.edited(places));
  }

  /** From (writer, boolean) to that boolean or whether the writer is marked. */
  private InsnList orMarked() {
    InsnList code = new InsnList();
    code.add(new InsnNode(Opcodes.SWAP));
    code.add(new LdcInsnNode(PropertyRewrite.SETTING));
    code.add(
        new MethodInsnNode(
            Opcodes.INVOKEVIRTUAL,
            names.propertyWriter(),
            "getInternalSetting",
            "(Ljava/lang/Object;)Ljava/lang/Object;",
            false));
    code.add(
        new MethodInsnNode(
            Opcodes.INVOKESTATIC, "java/util/Objects", "nonNull", "(Ljava/lang/Object;)Z", false));
    code.add(new InsnNode(Opcodes.IOR));
    return code;
  }
}
