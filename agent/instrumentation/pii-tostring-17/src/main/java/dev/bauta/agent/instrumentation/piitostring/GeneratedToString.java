package dev.bauta.agent.instrumentation.piitostring;

import dev.bauta.agent.api.LinkCode;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * The toString() that a record gets by itself: the handles it reads flagged components with are
 * replaced by the same handles, filtered. {@code equals} and {@code hashCode} keep theirs.
 */
final class GeneratedToString {

  private static final String HANDLE = "Ljava/lang/invoke/MethodHandle;";
  private static final String FILTER = "java/util/function/BiFunction";

  private GeneratedToString() {}

  /** Returns how many handles were replaced. */
  static int mask(MethodNode method, PiiMembers members) {
    int places = 0;
    for (AbstractInsnNode instruction : method.instructions) {
      if (instruction instanceof InvokeDynamicInsnNode call
          && call.name.equals("toString")
          && call.bsm.getOwner().equals("java/lang/runtime/ObjectMethods")) {
        Object[] arguments = call.bsmArgs.clone();
        for (int i = 0; i < arguments.length; i++) {
          if (arguments[i] instanceof Handle getter && getter.getTag() == Opcodes.H_GETFIELD) {
            String tag = members.fieldTag(getter.getName());
            if (tag != null) {
              arguments[i] = filtered(getter, tag);
              places++;
            }
          }
        }
        call.bsmArgs = arguments;
      }
    }
    return places;
  }

  /**
   * In Java: {@code filterReturnValue(getter.asType((R)Object), apply.bindTo(hook).bindTo(tag))}.
   */
  private static ConstantDynamic filtered(Handle getter, String tag) {
    Type general = Type.getMethodType("(L" + getter.getOwner() + ";)Ljava/lang/Object;");
    ConstantDynamic read =
        LinkCode.invoke(
            HANDLE, virtual("asType", "(Ljava/lang/invoke/MethodType;)" + HANDLE), getter, general);
    Handle apply =
        new Handle(
            Opcodes.H_INVOKEINTERFACE,
            FILTER,
            "apply",
            "(Ljava/lang/Object;Ljava/lang/Object;)Ljava/lang/Object;",
            true);
    ConstantDynamic hook =
        LinkCode.invoke(HANDLE, bindTo(), apply, LinkCode.constant(PrintHooks.PRINTED, FILTER));
    ConstantDynamic filter = LinkCode.invoke(HANDLE, bindTo(), hook, tag);
    Handle filterReturnValue =
        new Handle(
            Opcodes.H_INVOKESTATIC,
            "java/lang/invoke/MethodHandles",
            "filterReturnValue",
            "(" + HANDLE + HANDLE + ")" + HANDLE,
            false);
    return LinkCode.invoke(HANDLE, filterReturnValue, read, filter);
  }

  private static Handle bindTo() {
    return virtual("bindTo", "(Ljava/lang/Object;)" + HANDLE);
  }

  private static Handle virtual(String name, String descriptor) {
    return new Handle(
        Opcodes.H_INVOKEVIRTUAL, "java/lang/invoke/MethodHandle", name, descriptor, false);
  }
}
