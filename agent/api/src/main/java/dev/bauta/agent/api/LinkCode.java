package dev.bauta.agent.api;

import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;

/**
 * Writes the one link from rewritten code to the agent: a constant made of JDK calls only, resolved
 * once a call site. The system class loader always holds the premain class, so the link works in
 * loaders that see no class of ours, and from classes of the JDK.
 *
 * <p>In Java the constant reads {@code ((Function)
 * ClassLoader.getSystemClassLoader().loadClass(PREMAIN).getField("link").get(null)).apply(hook)}.
 * Class files too old for dynamic constants get the same calls in line: slower, and just as right.
 */
public final class LinkCode {

  /** The class on the system class loader that holds the link. */
  public static final String PREMAIN_CLASS = "dev.bauta.agent.AgentPremain";

  /** The first class file version that may hold dynamic constants. */
  static final int DYNAMIC_CONSTANTS = Opcodes.V11;

  private static final String FUNCTION = "java/util/function/Function";
  private static final Handle INVOKE =
      new Handle(
          Opcodes.H_INVOKESTATIC,
          "java/lang/invoke/ConstantBootstraps",
          "invoke",
          "(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/Class;"
              + "Ljava/lang/invoke/MethodHandle;[Ljava/lang/Object;)Ljava/lang/Object;",
          false);
  private static final Handle NULL =
      new Handle(
          Opcodes.H_INVOKESTATIC,
          "java/lang/invoke/ConstantBootstraps",
          "nullConstant",
          "(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/Class;)"
              + "Ljava/lang/Object;",
          false);
  private static final ConstantDynamic LINK = link();

  private LinkCode() {}

  /**
   * The function of a hook as a constant.
   *
   * @param hook the name it is registered under
   * @param type the internal name of the JDK interface it implements
   */
  public static ConstantDynamic constant(String hook, String type) {
    return invoke(
        "L" + type + ";",
        new Handle(
            Opcodes.H_INVOKEINTERFACE,
            FUNCTION,
            "apply",
            "(Ljava/lang/Object;)Ljava/lang/Object;",
            true),
        LINK,
        hook);
  }

  /** Calls a JDK method while a constant is resolved, and gives its answer as that constant. */
  public static ConstantDynamic invoke(String descriptor, Object... handleAndArguments) {
    return new ConstantDynamic("bauta", descriptor, INVOKE, handleAndArguments);
  }

  /** Appends code that pushes the function of a hook onto the stack. */
  static void push(InsnList code, int classVersion, String hook, String type) {
    if ((classVersion & 0xffff) >= DYNAMIC_CONSTANTS) { // the minor version may be set: 45.3
      code.add(new LdcInsnNode(constant(hook, type)));
      return;
    }
    call(
        code,
        Opcodes.INVOKESTATIC,
        "java/lang/ClassLoader",
        "getSystemClassLoader",
        "()Ljava/lang/ClassLoader;");
    code.add(new LdcInsnNode(PREMAIN_CLASS));
    call(
        code,
        Opcodes.INVOKEVIRTUAL,
        "java/lang/ClassLoader",
        "loadClass",
        "(Ljava/lang/String;)Ljava/lang/Class;");
    code.add(new LdcInsnNode("link"));
    call(
        code,
        Opcodes.INVOKEVIRTUAL,
        "java/lang/Class",
        "getField",
        "(Ljava/lang/String;)Ljava/lang/reflect/Field;");
    code.add(new InsnNode(Opcodes.ACONST_NULL));
    call(
        code,
        Opcodes.INVOKEVIRTUAL,
        "java/lang/reflect/Field",
        "get",
        "(Ljava/lang/Object;)Ljava/lang/Object;");
    code.add(new TypeInsnNode(Opcodes.CHECKCAST, FUNCTION));
    code.add(new LdcInsnNode(hook));
    code.add(
        new MethodInsnNode(
            Opcodes.INVOKEINTERFACE,
            FUNCTION,
            "apply",
            "(Ljava/lang/Object;)Ljava/lang/Object;",
            true));
    code.add(new TypeInsnNode(Opcodes.CHECKCAST, type));
  }

  private static void call(
      InsnList code, int opcode, String owner, String name, String descriptor) {
    code.add(new MethodInsnNode(opcode, owner, name, descriptor, false));
  }

  private static ConstantDynamic link() {
    ConstantDynamic loader =
        invoke(
            "Ljava/lang/ClassLoader;",
            new Handle(
                Opcodes.H_INVOKESTATIC,
                "java/lang/ClassLoader",
                "getSystemClassLoader",
                "()Ljava/lang/ClassLoader;",
                false));
    ConstantDynamic premain =
        invoke(
            "Ljava/lang/Class;",
            virtual("java/lang/ClassLoader", "loadClass", "(Ljava/lang/String;)Ljava/lang/Class;"),
            loader,
            PREMAIN_CLASS);
    ConstantDynamic field =
        invoke(
            "Ljava/lang/reflect/Field;",
            virtual("java/lang/Class", "getField", "(Ljava/lang/String;)Ljava/lang/reflect/Field;"),
            premain,
            "link");
    return invoke(
        Type.getObjectType(FUNCTION).getDescriptor(),
        virtual("java/lang/reflect/Field", "get", "(Ljava/lang/Object;)Ljava/lang/Object;"),
        field,
        new ConstantDynamic("bauta", "Ljava/lang/Object;", NULL));
  }

  private static Handle virtual(String owner, String name, String descriptor) {
    return new Handle(Opcodes.H_INVOKEVIRTUAL, owner, name, descriptor, false);
  }
}
