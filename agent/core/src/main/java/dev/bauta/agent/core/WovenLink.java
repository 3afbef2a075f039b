package dev.bauta.agent.core;

import dev.bauta.agent.api.LinkCode;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Lets the link of woven classes say what is wrong where the agent's jar is not there: what an
 * agent rewrites need not ask. The link's class loader becomes, in Java, {@code
 * requireNonNullElse(loader, requireNonNull(loader.getResource(PREMAIN), MISSING))}. Class files
 * too old for dynamic constants name the premain class and say no more.
 */
final class WovenLink {

  private static final String MISSING =
      "bauta-agent.jar is not on the class path; classes woven by Bauta need it there,"
          + " of the version they were woven with";

  private WovenLink() {}

  /** The same class with links that say so. */
  static byte[] explained(byte[] classFile) {
    ClassReader reader = new ClassReader(classFile);
    ClassWriter writer = new ClassWriter(reader, 0);
    reader.accept(
        new ClassVisitor(Opcodes.ASM9, writer) {
          @Override
          public MethodVisitor visitMethod(
              int access, String name, String descriptor, String signature, String[] exceptions) {
            return new Method(super.visitMethod(access, name, descriptor, signature, exceptions));
          }
        },
        0);
    return writer.toByteArray();
  }

  private static final class Method extends MethodVisitor {

    Method(MethodVisitor method) {
      super(Opcodes.ASM9, method);
    }

    @Override
    public void visitLdcInsn(Object value) {
      super.visitLdcInsn(explained(value));
    }

    @Override
    public void visitInvokeDynamicInsn(
        String name, String descriptor, Handle bootstrap, Object... arguments) {
      super.visitInvokeDynamicInsn(name, descriptor, bootstrap, explained(arguments));
    }
  }

  private static Object[] explained(Object[] constants) {
    Object[] explained = new Object[constants.length];
    for (int i = 0; i < constants.length; i++) {
      explained[i] = explained(constants[i]);
    }
    return explained;
  }

  private static Object explained(Object constant) {
    if (!(constant instanceof ConstantDynamic dynamic)) {
      return constant;
    }
    Object[] arguments = new Object[dynamic.getBootstrapMethodArgumentCount()];
    for (int i = 0; i < arguments.length; i++) {
      arguments[i] = explained(dynamic.getBootstrapMethodArgument(i));
    }
    if (arguments.length == 3 && LinkCode.PREMAIN_CLASS.equals(arguments[2])) {
      arguments[1] = loader(arguments[1]);
    }
    return new ConstantDynamic(
        dynamic.getName(), dynamic.getDescriptor(), dynamic.getBootstrapMethod(), arguments);
  }

  private static Object loader(Object loader) {
    Object found =
        LinkCode.invoke(
            "Ljava/net/URL;",
            new Handle(
                Opcodes.H_INVOKEVIRTUAL,
                "java/lang/ClassLoader",
                "getResource",
                "(Ljava/lang/String;)Ljava/net/URL;",
                false),
            loader,
            LinkCode.PREMAIN_CLASS.replace('.', '/') + ".class");
    Object required =
        LinkCode.invoke(
            "Ljava/lang/Object;",
            objects("requireNonNull", "(Ljava/lang/Object;Ljava/lang/String;)Ljava/lang/Object;"),
            found,
            MISSING);
    return LinkCode.invoke(
        "Ljava/lang/ClassLoader;",
        objects("requireNonNullElse", "(Ljava/lang/Object;Ljava/lang/Object;)Ljava/lang/Object;"),
        loader,
        required);
  }

  private static Handle objects(String name, String descriptor) {
    return new Handle(Opcodes.H_INVOKESTATIC, "java/util/Objects", name, descriptor, false);
  }
}
