package dev.bauta.agent.instrumentation.jackson;

import dev.bauta.agent.api.ClassEditor;
import dev.bauta.agent.api.CodeFilter;
import java.util.function.Function;
import java.util.function.Predicate;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
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

  /** Generators of other formats that have the same methods. */
  static final String[] OTHER_FORMATS = {
    "dataformat/smile/SmileGenerator",
    "dataformat/cbor/CBORGenerator",
    "dataformat/yaml/YAMLGenerator"
  };

  /**
   * Takes (write context, name of the property being written or null) and makes the place of the
   * value: the name, the context where there is no name, or how far the rules for paths have come.
   */
  static final String PLACE = "place";

  /** Takes (place, String). */
  static final String STRING = "string";

  /** Takes a field's name. */
  static final String NAME = "name";

  /** Takes (place, CharBuffer over the argument). */
  static final String CHAR_ARRAY = "chars";

  /** Takes (length or -1, Reader). */
  static final String READER_LENGTH = "reader-length";

  /** Takes (place, Reader). */
  static final String READER = "reader";

  /** Takes (place, ByteBuffer over UTF-8 text). */
  static final String BYTES = "utf8";

  /** Takes (place, ByteBuffer over UTF-8 text with JSON's escapes in it). */
  static final String ESCAPED_BYTES = "escaped-utf8";

  /** Takes (place, String); null where the text may stay. */
  static final String SERIALIZABLE_TEXT = "serializable-text";

  /** Takes a String of raw JSON; null where it may stay. */
  static final String SERIALIZABLE_RAW = "serializable-raw";

  /** Takes (place, String of raw JSON); null where it may stay. */
  static final String SERIALIZABLE_RAW_VALUE = "serializable-raw-value";

  /** Takes (SerializableString, other text or null). */
  static final String SERIALIZABLE = "serializable";

  /** Takes a String of raw JSON. */
  static final String RAW = "raw";

  /** Takes a CharBuffer of raw JSON. */
  static final String RAW_CHARS = "raw-chars";

  /** Takes (place, String that is one value of raw JSON). */
  static final String RAW_VALUE = "raw-value";

  private static final Type OBJECT_TYPE = Type.getObjectType("java/lang/Object");
  private static final Type STRING_TYPE = Type.getObjectType("java/lang/String");
  private static final Type READER_TYPE = Type.getObjectType("java/io/Reader");
  private static final String CHAR_BUFFER = "java/nio/CharBuffer";
  private static final String BYTE_BUFFER = "java/nio/ByteBuffer";

  private final JacksonNames names;
  private final String serializableString;

  GeneratorRewrite(JacksonNames names) {
    this.names = names;
    serializableString = names.core("SerializableString");
  }

  /** The methods of generators that are looked at. */
  CodeFilter code() {
    return CodeFilter.methods(
        "writeString",
        "writeUTF8String",
        "writeRawUTF8String",
        "writeRaw",
        "writeRawValue",
        names.writeName());
  }

  void utf8(ClassEditor editor) {
    strings(editor);
    at(editor, "writeUTF8String", "([BII)", m -> buffer(editor, BYTE_BUFFER, "[B", BYTES, true));
    at(
        editor,
        "writeRawUTF8String",
        "([BII)",
        m -> buffer(editor, BYTE_BUFFER, "[B", ESCAPED_BYTES, true));
    rawPieces(editor);
    at(
        editor,
        "writeRawValue",
        "(L" + serializableString + ";)",
        m -> serializable(editor, SERIALIZABLE_RAW_VALUE, true));
    if (!HandedOn.raw(editor.node())) {
      at(editor, "writeRaw", "(Ljava/lang/String;)", m -> string(editor, RAW, false));
    }
  }

  void chars(ClassEditor editor) {
    strings(editor);
    rawPieces(editor);
    at(editor, "writeRaw", "(Ljava/lang/String;)", m -> string(editor, RAW, false));
  }

  void base(ClassEditor editor) {
    at(editor, "writeRawValue", "(Ljava/lang/String;)", m -> string(editor, RAW_VALUE, true));
    at(editor, "writeRawValue", "(Ljava/lang/String;II)", m -> slice(editor, RAW_VALUE, true));
    at(
        editor,
        "writeRawValue",
        "(L" + serializableString + ";)",
        m -> serializable(editor, SERIALIZABLE_RAW_VALUE, true));
  }

  /** Formats without escapes, in which raw UTF-8 is text and raw JSON is not supported. */
  void otherFormat(ClassEditor editor) {
    at(editor, "writeString", "(Ljava/lang/String;)", m -> string(editor, STRING, true));
    at(editor, "writeString", "([CII)", m -> buffer(editor, CHAR_BUFFER, "[C", CHAR_ARRAY, true));
    at(
        editor,
        "writeString",
        "(L" + serializableString + ";)",
        m -> serializable(editor, SERIALIZABLE_TEXT, true));
    at(editor, "writeUTF8String", "([BII)", m -> buffer(editor, BYTE_BUFFER, "[B", BYTES, true));
    at(editor, "writeRawUTF8String", "([BII)", m -> buffer(editor, BYTE_BUFFER, "[B", BYTES, true));
    at(editor, names.writeName(), "(Ljava/lang/String;)", m -> string(editor, NAME, false));
  }

  private void strings(ClassEditor editor) {
    at(editor, "writeString", "(Ljava/lang/String;)", m -> string(editor, STRING, true));
    at(editor, "writeString", "([CII)", m -> buffer(editor, CHAR_BUFFER, "[C", CHAR_ARRAY, true));
    at(editor, "writeString", "(Ljava/io/Reader;I)", m -> reader(editor));
    at(
        editor,
        "writeString",
        "(L" + serializableString + ";)",
        m -> serializable(editor, SERIALIZABLE_TEXT, true));
    at(editor, names.writeName(), "(Ljava/lang/String;)", m -> string(editor, NAME, false));
  }

  private void rawPieces(ClassEditor editor) {
    at(editor, "writeRaw", "(Ljava/lang/String;II)", m -> slice(editor, RAW, false));
    at(editor, "writeRaw", "([CII)", m -> buffer(editor, CHAR_BUFFER, "[C", RAW_CHARS, false));
    at(
        editor,
        "writeRaw",
        "(L" + serializableString + ";)",
        m -> serializable(editor, SERIALIZABLE_RAW, false));
  }

  private void at(
      ClassEditor editor, String name, String arguments, Function<MethodNode, InsnList> entry) {
    Predicate<MethodNode> wanted = ClassEditor.method(name, arguments + names.generatorResult());
    int places = 0;
    for (MethodNode method : editor.node().methods) {
      if (wanted.test(method) && method.instructions.size() > 0) {
        if (!HandedOn.text(method)) {
          method.instructions.insert(entry.apply(method));
        }
        places++;
      }
    }
    editor.require(name + arguments, editor.edited(places));
  }

  private InsnList string(ClassEditor editor, String hook, boolean withPlace) {
    InsnList code = load(Opcodes.ALOAD, 1);
    code.add(filter(editor, hook, withPlace, STRING_TYPE));
    code.add(new VarInsnNode(Opcodes.ASTORE, 1));
    return code;
  }

  /** For (String, offset, length). */
  private InsnList slice(ClassEditor editor, String hook, boolean withPlace) {
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
  private InsnList buffer(
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
  private InsnList reader(ClassEditor editor) {
    InsnList length = load(Opcodes.ILOAD, 2);
    length.add(
        new MethodInsnNode(
            Opcodes.INVOKESTATIC, "java/lang/Integer", "valueOf", "(I)Ljava/lang/Integer;", false));
    InsnList code = load(Opcodes.ALOAD, 1);
    code.add(editor.filter(names.hook(READER_LENGTH), length, READER_TYPE));
    code.add(editor.filter(names.hook(READER), place(editor), READER_TYPE));
    code.add(new VarInsnNode(Opcodes.ASTORE, 1));
    code.add(new InsnNode(Opcodes.ICONST_M1));
    code.add(new VarInsnNode(Opcodes.ISTORE, 2));
    return code;
  }

  private InsnList serializable(ClassEditor editor, String hook, boolean withPlace) {
    InsnList code = load(Opcodes.ALOAD, 1);
    code.add(
        new MethodInsnNode(
            Opcodes.INVOKEINTERFACE, serializableString, "getValue", "()Ljava/lang/String;", true));
    code.add(filter(editor, hook, withPlace, STRING_TYPE));
    code.add(
        editor.filter(
            names.hook(SERIALIZABLE),
            load(Opcodes.ALOAD, 1),
            Type.getObjectType(serializableString)));
    code.add(new VarInsnNode(Opcodes.ASTORE, 1));
    return code;
  }

  private InsnList filter(ClassEditor editor, String hook, boolean withPlace, Type type) {
    return withPlace
        ? editor.filter(names.hook(hook), place(editor), type)
        : editor.filter(names.hook(hook), type);
  }

  private InsnList place(ClassEditor editor) {
    InsnList code = context();
    code.add(virtual(names.core(names.contextType()), names.currentName(), "()Ljava/lang/String;"));
    code.add(editor.filter(names.hook(PLACE), context(), OBJECT_TYPE));
    return code;
  }

  private InsnList context() {
    InsnList code = load(Opcodes.ALOAD, 0);
    code.add(
        virtual(
            names.core("JsonGenerator"),
            names.writeContext(),
            "()L" + names.core(names.contextType()) + ";"));
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
