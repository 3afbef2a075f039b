package dev.bauta.agent.instrumentation.logback;

import dev.bauta.agent.api.ClassEditor;
import dev.bauta.agent.api.ClassHook;
import dev.bauta.agent.api.CodeFilter;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/** How Logback's classes are changed: the stores of a few fields, and the ways around them. */
final class Rewrites implements ClassHook.Rewrite {

  static final String EVENT = "ch/qos/logback/classic/spi/LoggingEvent";
  static final String SERIALISED_EVENT = "ch/qos/logback/classic/spi/LoggingEventVO";
  static final String THROWABLE = "ch/qos/logback/classic/spi/ThrowableProxy";
  static final String JSON_ENCODER = "ch/qos/logback/classic/encoder/JsonEncoder";
  static final String MARKER_CONVERTER = "ch/qos/logback/classic/pattern/MarkerConverter";

  private static final String MESSAGE = "message";
  private static final String LOGGER = "loggerName";
  private static final String STRING = "Ljava/lang/String;";
  private static final String OBJECT = "java/lang/Object";

  /** Who touches the fields whose stores are filtered, or makes a throwable's proxy. */
  static final CodeFilter EVENT_CODE =
      new CodeFilter(
          Set.of("addKeyValuePair", "<init>"),
          Set.of(
              MESSAGE,
              "argumentArray",
              "formattedMessage",
              "mdcPropertyMap",
              "keyValuePairs",
              "<init>"),
          Set.of(EVENT, THROWABLE));

  static final CodeFilter THROWABLE_CODE =
      new CodeFilter(Set.of("getThrowable"), Set.of(MESSAGE, "overridingMessage"), Set.of());

  @Override
  public void apply(ClassEditor editor) {
    switch (editor.node().name) {
      case EVENT -> event(editor);
      case SERIALISED_EVENT -> printing(editor, "writeObject");
      case THROWABLE -> throwable(editor);
      case JSON_ENCODER -> jsonEncoder(editor);
      case MARKER_CONVERTER -> printing(editor, "convert");
      default -> throw new IllegalArgumentException(editor.node().name);
    }
  }

  private static void event(ClassEditor editor) {
    stores(editor, MESSAGE, LOGGER, LogbackInstrumentation.MESSAGE);
    argumentStores(editor);
    stores(editor, "formattedMessage", LOGGER, LogbackInstrumentation.MESSAGE);
    stores(editor, "mdcPropertyMap", LOGGER, LogbackInstrumentation.MDC);
    if (hasField(editor.node(), "keyValuePairs")) { // since 1.3
      stores(editor, "keyValuePairs", LOGGER, LogbackInstrumentation.PAIRS);
      editor.require("addKeyValuePair", addedPairs(editor));
    }
    editor.require("proxies of throwables", proxies(editor));
  }

  private static void throwable(ClassEditor editor) {
    stores(editor, MESSAGE, null, LogbackInstrumentation.THROWN_TEXT);
    if (hasField(editor.node(), "overridingMessage")) { // since 1.5.22: a toString() of its own
      stores(editor, "overridingMessage", null, LogbackInstrumentation.THROWN_TEXT);
    }
    // Appenders of error trackers and tracers take the throwable itself.
    editor.require(
        "getThrowable",
        editor.filterReturn(
            ClassEditor.method("getThrowable"), LogbackInstrumentation.THROWN_ITSELF));
  }

  /** The arguments are judged with the message, by the rules for the logger. */
  private static void argumentStores(ClassEditor editor) {
    int places = 0;
    for (MethodNode method : editor.node().methods) {
      for (AbstractInsnNode instruction : method.instructions.toArray()) {
        if (instruction instanceof FieldInsnNode put
            && isAccess(put, Opcodes.PUTFIELD, editor.node(), "argumentArray")) {
          InsnList logged = read(editor, MESSAGE);
          logged.add(
              editor.filter(
                  LogbackInstrumentation.LOGGED, read(editor, LOGGER), Type.getObjectType(OBJECT)));
          Type type = Type.getType(put.desc);
          method.instructions.insertBefore(
              put, editor.filter(LogbackInstrumentation.ARGUMENTS, logged, type));
          places++;
        }
      }
    }
    editor.edited(places);
    boolean known = hasField(editor.node(), MESSAGE) && hasField(editor.node(), LOGGER);
    editor.require("argumentArray", known ? places : 0);
  }

  private static int addedPairs(ClassEditor editor) {
    int places = 0;
    for (MethodNode method : editor.node().methods) {
      if (method.name.equals("addKeyValuePair")) {
        InsnList code = new InsnList();
        code.add(new VarInsnNode(Opcodes.ALOAD, 1));
        Type type = Type.getArgumentTypes(method.desc)[0];
        code.add(editor.filter(LogbackInstrumentation.PAIRS, read(editor, LOGGER), type));
        code.add(new VarInsnNode(Opcodes.ASTORE, 1));
        method.instructions.insert(code);
        places++;
      }
    }
    return editor.edited(places);
  }

  /** Around each proxy that an event makes: whose event it is, which the proxy does not know. */
  private static int proxies(ClassEditor editor) {
    int places = 0;
    for (MethodNode method : editor.node().methods) {
      for (AbstractInsnNode instruction : method.instructions.toArray()) {
        if (instruction.getOpcode() == Opcodes.NEW
            && ((TypeInsnNode) instruction).desc.equals(THROWABLE)) {
          method.instructions.insertBefore(instruction, turn(editor, read(editor, LOGGER)));
        } else if (instruction instanceof MethodInsnNode call
            && call.name.equals("<init>")
            && call.owner.equals(THROWABLE)) {
          InsnList nobody = new InsnList();
          nobody.add(new InsnNode(Opcodes.ACONST_NULL));
          method.instructions.insert(call, turn(editor, nobody));
          places++;
        }
      }
    }
    return editor.edited(places);
  }

  private static InsnList turn(ClassEditor editor, InsnList logger) {
    logger.add(editor.filter(LogbackInstrumentation.THROWN_BY, Type.getObjectType(OBJECT)));
    logger.add(new InsnNode(Opcodes.POP));
    return logger;
  }

  private static InsnList read(ClassEditor editor, String field) {
    InsnList code = new InsnList();
    code.add(new VarInsnNode(Opcodes.ALOAD, 0));
    code.add(new FieldInsnNode(Opcodes.GETFIELD, editor.node().name, field, STRING));
    return code;
  }

  /** It prints markers and structured arguments, which stay what they are in the event. */
  private static void jsonEncoder(ClassEditor editor) {
    int places = 0;
    for (MethodNode method : editor.node().methods) {
      for (AbstractInsnNode instruction : method.instructions.toArray()) {
        if (instruction instanceof MethodInsnNode call
            && call.name.equals("jsonEscapedToString")
            && call.desc.startsWith("(Ljava/lang/Object;)")) {
          Type object = Type.getObjectType(OBJECT);
          method.instructions.insertBefore(
              call, editor.filter(LogbackInstrumentation.STRUCTURED, object));
          places++;
        }
      }
    }
    editor.require("jsonEscapedToString", editor.edited(places));
  }

  /** A method that calls {@code toString()} of what stays as it is in the event. */
  private static void printing(ClassEditor editor, String in) {
    int places = 0;
    for (MethodNode method : editor.node().methods) {
      for (AbstractInsnNode instruction : method.instructions.toArray()) {
        if (method.name.equals(in)
            && instruction instanceof MethodInsnNode call
            && call.name.equals("toString")
            && (call.owner.equals(OBJECT) || call.owner.equals("org/slf4j/Marker"))) {
          method.instructions.insert(
              call, editor.filter(LogbackInstrumentation.TEXT, Type.getReturnType(call.desc)));
          places++;
        }
      }
    }
    editor.require(in, editor.edited(places));
  }

  /**
   * Passes what is stored into a field, anywhere in the class, through a filter. A plain copy of
   * the message, which is masked already, is left alone.
   *
   * @param context another field, whose value the filter gets too, or null
   */
  private static void stores(ClassEditor editor, String field, String context, String hook) {
    ClassNode node = editor.node();
    int places = 0;
    for (MethodNode method : node.methods) {
      for (AbstractInsnNode instruction : method.instructions.toArray()) {
        if (instruction instanceof FieldInsnNode put
            && isAccess(put, Opcodes.PUTFIELD, node, field)
            && !isCopyOfMessage(put, node)) {
          method.instructions.insertBefore(put, filter(editor, put, context, hook));
          places++;
        }
      }
    }
    editor.edited(places);
    boolean known = context == null || hasField(node, context);
    editor.require(field, known ? places : 0);
  }

  private static InsnList filter(
      ClassEditor editor, FieldInsnNode put, String context, String hook) {
    Type type = Type.getType(put.desc);
    if (context == null) {
      return editor.filter(hook, type);
    }
    return editor.filter(hook, read(editor, context), type);
  }

  private static boolean isCopyOfMessage(FieldInsnNode put, ClassNode node) {
    return put.getPrevious() instanceof FieldInsnNode get
        && isAccess(get, Opcodes.GETFIELD, node, MESSAGE);
  }

  private static boolean isAccess(FieldInsnNode access, int opcode, ClassNode node, String field) {
    return access.getOpcode() == opcode
        && access.name.equals(field)
        && access.owner.equals(node.name);
  }

  private static boolean hasField(ClassNode node, String name) {
    for (FieldNode field : node.fields) {
      if (field.name.equals(name)) {
        return true;
      }
    }
    return false;
  }
}
