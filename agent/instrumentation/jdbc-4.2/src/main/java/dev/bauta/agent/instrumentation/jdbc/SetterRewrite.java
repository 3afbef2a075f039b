package dev.bauta.agent.instrumentation.jdbc;

import dev.bauta.agent.api.ClassEditor;
import dev.bauta.agent.api.ClassHook;
import dev.bauta.agent.api.CodeFilter;
import java.util.HashSet;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * A class of a driver's prepared statements: what is bound to a parameter goes through a filter
 * first, which puts the raw value in the place of a masked one. The columns that a result set
 * updates are parameters too.
 */
final class SetterRewrite implements ClassHook.Rewrite {

  /** What can carry a masked value, behind {@code set} of a statement or {@code update} of rows. */
  static final Set<String> BOUND =
      Set.of(
          "String",
          "NString",
          "Object",
          "Bytes",
          "Date",
          "Time",
          "Timestamp",
          "URL",
          "AsciiStream",
          "UnicodeStream",
          "BinaryStream",
          "CharacterStream",
          "NCharacterStream",
          "Clob",
          "NClob",
          "Blob",
          "SQLXML",
          "Array");

  private static final String NAME = "Ljava/lang/String;";

  private static final Set<String> SETTERS = names("set");
  private static final Set<String> UPDATES = names("update");

  static final CodeFilter CODE = new CodeFilter(SETTERS, Set.of(), Set.of());

  private final String required;

  /**
   * @param required a setter that the class must declare, or null
   */
  SetterRewrite(String required) {
    this.required = required;
  }

  /** The names of the methods of result sets that change a column. */
  static Set<String> updates() {
    return UPDATES;
  }

  /** The names of the methods of statements that set a parameter. */
  static Set<String> setters() {
    return SETTERS;
  }

  @Override
  public void apply(ClassEditor editor) {
    apply(editor, SETTERS);
    if (required != null) {
      editor.require(required, declares(editor.node()) ? 1 : 0);
    }
  }

  private boolean declares(ClassNode node) {
    for (MethodNode method : node.methods) {
      if (method.name.equals(required) && binds(method)) {
        return true;
      }
    }
    return false;
  }

  /** Rewrites the methods of these names; gives their number. */
  static int apply(ClassEditor editor, Set<String> names) {
    int found = 0;
    for (MethodNode method : editor.node().methods) {
      if (names.contains(method.name) && binds(method)) {
        bind(editor, method);
        found++;
      }
    }
    return editor.edited(found);
  }

  private static boolean binds(MethodNode method) {
    int none = Opcodes.ACC_STATIC | Opcodes.ACC_ABSTRACT | Opcodes.ACC_BRIDGE;
    Type[] arguments = Type.getArgumentTypes(method.desc);
    return (method.access & none) == 0
        && (method.access & Opcodes.ACC_PUBLIC) != 0
        && method.instructions.size() > 0
        && arguments.length >= 2
        && (arguments[0].getSort() == Type.INT || arguments[0].getDescriptor().equals(NAME))
        && arguments[1].getSort() >= Type.ARRAY;
  }

  /** {@code value = (T) BIND.apply(parameter, value)}, before anything else. */
  private static void bind(ClassEditor editor, MethodNode method) {
    InsnList code = new InsnList();
    code.add(new VarInsnNode(Opcodes.ALOAD, 2));
    code.add(editor.filter(Hook.BIND, parameter(method), Type.getArgumentTypes(method.desc)[1]));
    code.add(new VarInsnNode(Opcodes.ASTORE, 2));
    method.instructions.insert(code);
  }

  private static InsnList parameter(MethodNode method) {
    InsnList code = new InsnList();
    if (Type.getArgumentTypes(method.desc)[0].getSort() == Type.INT) {
      code.add(new VarInsnNode(Opcodes.ILOAD, 1));
      code.add(
          new MethodInsnNode(
              Opcodes.INVOKESTATIC,
              "java/lang/Integer",
              "valueOf",
              "(I)Ljava/lang/Integer;",
              false));
    } else {
      code.add(new VarInsnNode(Opcodes.ALOAD, 1));
    }
    return code;
  }

  private static Set<String> names(String prefix) {
    Set<String> names = new HashSet<>();
    for (String name : BOUND) {
      names.add(prefix.concat(name));
    }
    return Set.copyOf(names);
  }
}
