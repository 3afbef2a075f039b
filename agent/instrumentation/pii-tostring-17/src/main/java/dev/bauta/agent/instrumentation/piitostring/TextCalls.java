package dev.bauta.agent.instrumentation.piitostring;

import org.objectweb.asm.Type;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * The calls by which values become text, and which can be given masked text in their place. Other
 * calls keep their arguments: code that expects a date, or text of a certain form, must not meet a
 * mask and throw.
 */
final class TextCalls {

  private static final Type STRING = Type.getObjectType("java/lang/String");
  private static final Type OBJECT = Type.getObjectType("java/lang/Object");

  private TextCalls() {}

  /** Whether any personal argument of this call is replaced by its masked text. */
  static boolean takesMasked(MethodInsnNode call) {
    int arguments = Type.getArgumentTypes(call.desc).length;
    for (int i = 0; i < arguments; i++) {
      if (maskedParameter(call, i) != null) {
        return true;
      }
    }
    return false;
  }

  /** The parameter type to pass a masked text as, or null where the argument must stay. */
  static Type maskedParameter(MethodInsnNode call, int index) {
    Type[] arguments = Type.getArgumentTypes(call.desc);
    return switch (call.owner) {
      case "java/lang/StringBuilder", "java/lang/StringBuffer" ->
          builderParameter(call, arguments, index);
      case "java/util/StringJoiner" -> call.name.equals("add") ? arguments[0] : null;
      case "java/lang/String" -> stringParameter(call, arguments);
      case "java/util/Objects" -> call.name.equals("toString") && index == 0 ? OBJECT : null;
      case "kotlin/jvm/internal/Intrinsics" ->
          call.name.equals("stringPlus") ? arguments[index] : null;
      default -> helperParameter(call, arguments[index]);
    };
  }

  /** Whether a class of the JDK builds text. */
  static boolean isBuilder(String internalName) {
    return internalName.equals("java/lang/StringBuilder")
        || internalName.equals("java/lang/StringBuffer")
        || internalName.equals("java/util/StringJoiner");
  }

  private static Type builderParameter(MethodInsnNode call, Type[] arguments, int index) {
    boolean appends = call.name.equals("append") && arguments.length == 1;
    boolean begins = call.name.equals("<init>") && call.desc.equals("(Ljava/lang/String;)V");
    boolean inserts = call.name.equals("insert") && arguments.length == 2 && index == 1;
    return appends || begins || inserts ? STRING : null;
  }

  private static Type stringParameter(MethodInsnNode call, Type[] arguments) {
    if (call.name.equals("valueOf") && arguments.length == 1) {
      return OBJECT;
    }
    return call.name.equals("concat") ? STRING : null;
  }

  /** Guava's ToStringHelper, Commons' ToStringBuilder, Spring's ToStringCreator. */
  private static Type helperParameter(MethodInsnNode call, Type argument) {
    boolean helper = call.owner.substring(call.owner.lastIndexOf('/') + 1).contains("ToString");
    boolean adds = call.name.startsWith("add") || call.name.equals("append");
    return helper && adds && argument.equals(OBJECT) ? OBJECT : null;
  }
}
