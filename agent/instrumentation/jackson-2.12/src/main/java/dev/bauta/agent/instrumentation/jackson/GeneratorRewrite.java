package dev.bauta.agent.instrumentation.jackson;

import dev.bauta.agent.api.ClassEditor;
import java.util.function.Function;
import java.util.function.Predicate;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Changes the arguments of the generators' text methods on entry, so that escaping, lengths and
 * context stay the generator's own work and the JSON stays valid.
 */
final class GeneratorRewrite {

  static final String UTF8 = "com/fasterxml/jackson/core/json/UTF8JsonGenerator";
  static final String CHARS = "com/fasterxml/jackson/core/json/WriterBasedJsonGenerator";
  static final String BASE = "com/fasterxml/jackson/core/base/GeneratorBase";

  /**
   * Takes (write context, name of the property being written or null) and makes the place of the
   * value: the name, the context where there is no name, or how far the rules for paths have come.
   */
  static final String PLACE = "jackson.place";

  /** Takes (place, String). */
  static final String STRING = "jackson.string";

  /** Takes a field's name. */
  static final String NAME = "jackson.name";

  /** Takes (place, CharBuffer over the argument). */
  static final String CHAR_ARRAY = "jackson.chars";

  /** Takes (length or -1, Reader). */
  static final String READER_LENGTH = "jackson.reader-length";

  /** Takes (place, Reader). */
  static final String READER = "jackson.reader";

  /** Takes (place, ByteBuffer over UTF-8 text). */
  static final String BYTES = "jackson.utf8";

  /** Takes (place, ByteBuffer over UTF-8 text with JSON's escapes in it). */
  static final String ESCAPED_BYTES = "jackson.escaped-utf8";

  /** Takes (place, String); null where the text may stay. */
  static final String SERIALIZABLE_TEXT = "jackson.serializable-text";

  /** Takes a String of raw JSON; null where it may stay. */
  static final String SERIALIZABLE_RAW = "jackson.serializable-raw";

  /** Takes (place, String of raw JSON); null where it may stay. */
  static final String SERIALIZABLE_RAW_VALUE = "jackson.serializable-raw-value";

  /** Takes (SerializableString, other text or null). */
  static final String SERIALIZABLE = "jackson.serializable";

  /** Takes a String of raw JSON. */
  static final String RAW = "jackson.raw";

  /** Takes a CharBuffer of raw JSON. */
  static final String RAW_CHARS = "jackson.raw-chars";

  /** Takes (place, String that is one value of raw JSON). */
  static final String RAW_VALUE = "jackson.raw-value";

  private static final String CONTEXT = "com/fasterxml/jackson/core/json/JsonWriteContext";
  private static final String SERIALIZABLE_STRING = "com/fasterxml/jackson/core/SerializableString";
  private static final Type OBJECT_TYPE = Type.getObjectType("java/lang/Object");
  private static final Type STRING_TYPE = Type.getObjectType("java/lang/String");
  private static final Type READER_TYPE = Type.getObjectType("java/io/Reader");
  private static final String CHAR_BUFFER = "java/nio/CharBuffer";
  private static final String BYTE_BUFFER = "java/nio/ByteBuffer";

  private GeneratorRewrite() {}

  static void utf8(ClassEditor editor) {
    strings(editor);
    at(editor, "writeUTF8String", "([BII)V", m -> buffer(editor, BYTE_BUFFER, "[B", BYTES, true));
    at(
        editor,
        "writeRawUTF8String",
        "([BII)V",
        m -> buffer(editor, BYTE_BUFFER, "[B", ESCAPED_BYTES, true));
    rawPieces(editor);
    at(
        editor,
        "writeRawValue",
        "(L" + SERIALIZABLE_STRING + ";)V",
        m -> serializable(editor, SERIALIZABLE_RAW_VALUE, true));
    if (!delegates(editor)) {
      at(editor, "writeRaw", "(Ljava/lang/String;)V", m -> string(editor, RAW, false));
    }
  }

  static void chars(ClassEditor editor) {
    strings(editor);
    rawPieces(editor);
    at(editor, "writeRaw", "(Ljava/lang/String;)V", m -> string(editor, RAW, false));
  }

  static void base(ClassEditor editor) {
    at(editor, "writeRawValue", "(Ljava/lang/String;)V", m -> string(editor, RAW_VALUE, true));
    at(editor, "writeRawValue", "(Ljava/lang/String;II)V", m -> slice(editor, RAW_VALUE, true));
    at(
        editor,
        "writeRawValue",
        "(L" + SERIALIZABLE_STRING + ";)V",
        m -> serializable(editor, SERIALIZABLE_RAW_VALUE, true));
  }

  private static void strings(ClassEditor editor) {
    at(editor, "writeString", "(Ljava/lang/String;)V", m -> string(editor, STRING, true));
    at(editor, "writeString", "([CII)V", m -> buffer(editor, CHAR_BUFFER, "[C", CHAR_ARRAY, true));
    at(editor, "writeString", "(Ljava/io/Reader;I)V", m -> reader(editor));
    at(
        editor,
        "writeString",
        "(L" + SERIALIZABLE_STRING + ";)V",
        m -> serializable(editor, SERIALIZABLE_TEXT, true));
    at(editor, "writeFieldName", "(Ljava/lang/String;)V", m -> string(editor, NAME, false));
  }

  private static void rawPieces(ClassEditor editor) {
    at(editor, "writeRaw", "(Ljava/lang/String;II)V", m -> slice(editor, RAW, false));
    at(editor, "writeRaw", "([CII)V", m -> buffer(editor, CHAR_BUFFER, "[C", RAW_CHARS, false));
    at(
        editor,
        "writeRaw",
        "(L" + SERIALIZABLE_STRING + ";)V",
        m -> serializable(editor, SERIALIZABLE_RAW, false));
  }

  /** Whether writeRaw(String) of the byte generator hands all of its text to hooked methods. */
  private static boolean delegates(ClassEditor editor) {
    int calls = 0;
    for (MethodNode method : editor.node().methods) {
      if (method.name.equals("writeRaw") && method.desc.equals("(Ljava/lang/String;)V")) {
        for (AbstractInsnNode instruction : method.instructions.toArray()) {
          if (instruction instanceof MethodInsnNode call && call.name.equals("writeRaw")) {
            calls++;
          }
        }
      }
    }
    return calls == 2;
  }

  private static void at(
      ClassEditor editor, String name, String descriptor, Function<MethodNode, InsnList> entry) {
    Predicate<MethodNode> wanted = ClassEditor.method(name, descriptor);
    int places = 0;
    for (MethodNode method : editor.node().methods) {
      if (wanted.test(method) && method.instructions.size() > 0) {
        method.instructions.insert(entry.apply(method));
        places++;
      }
    }
    editor.require(name + descriptor, editor.edited(places));
  }

  private static InsnList string(ClassEditor editor, String hook, boolean withPlace) {
    InsnList code = load(Opcodes.ALOAD, 1);
    code.add(filter(editor, hook, withPlace, STRING_TYPE));
    code.add(new VarInsnNode(Opcodes.ASTORE, 1));
    return code;
  }

  /** For (String, offset, length). */
  private static InsnList slice(ClassEditor editor, String hook, boolean withPlace) {
    InsnList code = load(Opcodes.ALOAD, 1);
    code.add(load(Opcodes.ILOAD, 2));
    code.add(load(Opcodes.ILOAD, 2));
    code.add(load(Opcodes.ILOAD, 3));
    code.add(new InsnNode(Opcodes.IADD));
    code.add(virtual("java/lang/String", "substring", "(II)Ljava/lang/String;"));
    code.add(filter(editor, hook, withPlace, STRING_TYPE));
    code.add(new InsnNode(Opcodes.DUP));
    code.add(new VarInsnNode(Opcodes.ASTORE, 1));
    code.add(virtual("java/lang/String", "length", "()I"));
    code.add(new VarInsnNode(Opcodes.ISTORE, 3));
    code.add(new InsnNode(Opcodes.ICONST_0));
    code.add(new VarInsnNode(Opcodes.ISTORE, 2));
    return code;
  }

  /** For (array, offset, length), handed over as a buffer. */
  private static InsnList buffer(
      ClassEditor editor, String type, String array, String hook, boolean withPlace) {
    InsnList code = load(Opcodes.ALOAD, 1);
    code.add(load(Opcodes.ILOAD, 2));
    code.add(load(Opcodes.ILOAD, 3));
    code.add(
        new MethodInsnNode(
            Opcodes.INVOKESTATIC, type, "wrap", "(" + array + "II)L" + type + ";", false));
    code.add(filter(editor, hook, withPlace, Type.getObjectType(type)));
    code.add(new InsnNode(Opcodes.DUP));
    code.add(virtual(type, "array", "()" + array));
    code.add(new VarInsnNode(Opcodes.ASTORE, 1));
    code.add(new InsnNode(Opcodes.DUP));
    code.add(virtual(type, "position", "()I"));
    code.add(new VarInsnNode(Opcodes.ISTORE, 2));
    code.add(virtual(type, "remaining", "()I"));
    code.add(new VarInsnNode(Opcodes.ISTORE, 3));
    return code;
  }

  /** For (Reader, length): the length is kept by the reader that takes the argument's place. */
  private static InsnList reader(ClassEditor editor) {
    InsnList length = load(Opcodes.ILOAD, 2);
    length.add(
        new MethodInsnNode(
            Opcodes.INVOKESTATIC, "java/lang/Integer", "valueOf", "(I)Ljava/lang/Integer;", false));
    InsnList code = load(Opcodes.ALOAD, 1);
    code.add(editor.filter(READER_LENGTH, length, READER_TYPE));
    code.add(editor.filter(READER, place(editor), READER_TYPE));
    code.add(new VarInsnNode(Opcodes.ASTORE, 1));
    code.add(new InsnNode(Opcodes.ICONST_M1));
    code.add(new VarInsnNode(Opcodes.ISTORE, 2));
    return code;
  }

  private static InsnList serializable(ClassEditor editor, String hook, boolean withPlace) {
    InsnList code = load(Opcodes.ALOAD, 1);
    code.add(
        new MethodInsnNode(
            Opcodes.INVOKEINTERFACE,
            SERIALIZABLE_STRING,
            "getValue",
            "()Ljava/lang/String;",
            true));
    code.add(filter(editor, hook, withPlace, STRING_TYPE));
    code.add(
        editor.filter(
            SERIALIZABLE, load(Opcodes.ALOAD, 1), Type.getObjectType(SERIALIZABLE_STRING)));
    code.add(new VarInsnNode(Opcodes.ASTORE, 1));
    return code;
  }

  private static InsnList filter(ClassEditor editor, String hook, boolean withPlace, Type type) {
    return withPlace ? editor.filter(hook, place(editor), type) : editor.filter(hook, type);
  }

  private static InsnList place(ClassEditor editor) {
    InsnList code = context(editor);
    code.add(virtual(CONTEXT, "getCurrentName", "()Ljava/lang/String;"));
    code.add(editor.filter(PLACE, context(editor), OBJECT_TYPE));
    return code;
  }

  private static InsnList context(ClassEditor editor) {
    InsnList code = load(Opcodes.ALOAD, 0);
    code.add(
        new FieldInsnNode(
            Opcodes.GETFIELD, editor.node().name, "_writeContext", "L" + CONTEXT + ";"));
    return code;
  }

  private static InsnList load(int opcode, int slot) {
    InsnList code = new InsnList();
    code.add(new VarInsnNode(opcode, slot));
    return code;
  }

  private static MethodInsnNode virtual(String owner, String name, String descriptor) {
    return new MethodInsnNode(Opcodes.INVOKEVIRTUAL, owner, name, descriptor, false);
  }
}
