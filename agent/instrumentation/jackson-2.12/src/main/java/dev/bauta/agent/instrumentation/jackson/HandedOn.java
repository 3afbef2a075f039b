package dev.bauta.agent.instrumentation.jackson;

import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** Which methods of a generator hand all they were given to others, where it is decided once. */
final class HandedOn {

  private HandedOn() {}

  /** Whether writeRaw(String) of the byte generator hands all of its text to hooked methods. */
  static boolean raw(ClassNode generator) {
    int calls = 0;
    for (MethodNode method : generator.methods) {
      if (method.name.equals("writeRaw") && method.desc.startsWith("(Ljava/lang/String;)")) {
        for (AbstractInsnNode instruction : method.instructions.toArray()) {
          if (instruction instanceof MethodInsnNode call && call.name.equals("writeRaw")) {
            calls++;
          }
        }
      }
    }
    return calls == 2;
  }

  /** Whether all of the argument goes to writeString(String), where it is decided once. */
  static boolean text(MethodNode method) {
    if (!method.name.equals("writeString") || method.desc.startsWith("(Ljava/lang/String;)")) {
      return false;
    }
    boolean handedOn = false;
    for (AbstractInsnNode instruction : method.instructions.toArray()) {
      if (instruction instanceof JumpInsnNode) { // Smile does so with short shared strings only
        return false;
      }
      handedOn |=
          instruction instanceof MethodInsnNode call
              && call.name.equals("writeString")
              && call.desc.startsWith("(Ljava/lang/String;)");
    }
    return handedOn;
  }
}
