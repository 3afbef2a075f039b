package dev.bauta.agent.instrumentation.jackson;

import dev.bauta.agent.api.ClassEditor;
import dev.bauta.agent.api.CodeFilter;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Lets the values of members pass a filter where Jackson has just read them, before any serializer
 * sees them.
 */
final class PropertyRewrite {

  /** Takes (Annotations of the class, writer) and marks the writer of an annotated property. */
  static final String MARK_BY_CLASS = "mark-by-class";

  /** Takes (property definition, writer) and marks the writer of an annotated property. */
  static final String MARK_BY_MEMBER = "mark-by-member";

  /** Takes (a class, list of its writers) and marks those that a rule names. */
  static final String MARK_BY_RULE = "mark-by-rule";

  /** Takes (what the writer was marked with, else the writer; value). */
  static final String PROPERTY = "property";

  /** Takes (object, its {@code @JsonValue}). */
  static final String JSON_VALUE = "json-value";

  /** Takes (object, the map of its any-getter). */
  static final String ANY_VALUES = "any-getter";

  /** The writer's internal setting that carries the mark; renaming and unwrapping copy it. */
  static final String SETTING = "dev.bauta.mark";

  /** Where a {@code @JsonValue} is read. */
  static final String[] VALUE_METHODS = {"serialize", "serializeWithType"};

  /** Where the map of an any-getter is read. */
  static final String[] ANY_METHODS = {"getAndSerialize", "getAndFilter"};

  private static final Type LIST = Type.getObjectType("java/util/List");
  private static final Type OBJECT = Type.getObjectType("java/lang/Object");
  private final JacksonNames names;
  private final String memberType;
  private final String mainConstructor;

  PropertyRewrite(JacksonNames names) {
    this.names = names;
    memberType = names.databind("introspect/AnnotatedMember");
    mainConstructor =
        "(L"
            + names.databind("introspect/BeanPropertyDefinition")
            + ";L"
            + memberType
            + ";L"
            + names.databind("util/Annotations")
            + ";";
  }

  /** What {@link #propertyWriter} looks at. */
  CodeFilter propertyCode() {
    Set<String> methods = new HashSet<>(List.of(names.serializeMethods()));
    methods.add("<init>");
    return new CodeFilter(methods, Set.of(), Set.of());
  }

  void propertyWriter(ClassEditor editor) {
    editor.require("constructor of a property", markInConstructor(editor));
    for (String method : names.serializeMethods()) {
      editor.require(
          method, filterReads(editor, method, PropertyRewrite::reads, PROPERTY, setting()));
    }
  }

  void valueSerializer(ClassEditor editor) {
    for (String method : VALUE_METHODS) {
      editor.require(
          method, filterReads(editor, method, this::memberValue, JSON_VALUE, firstArgument()));
    }
  }

  void anyGetter(ClassEditor editor) {
    for (String method : ANY_METHODS) {
      editor.require(
          method, filterReads(editor, method, this::memberValue, ANY_VALUES, firstArgument()));
    }
  }

  /** The list of a class's writers, when it is made and before a module may replace some. */
  void serializerFactory(ClassEditor editor) {
    int places = 0;
    for (MethodNode method : editor.node().methods) {
      if (!method.name.equals("findBeanProperties") || !method.desc.endsWith(")Ljava/util/List;")) {
        continue;
      }
      for (AbstractInsnNode instruction : method.instructions.toArray()) {
        if (instruction.getOpcode() == Opcodes.ARETURN) {
          InsnList code = editor.filter(names.hook(MARK_BY_RULE), beanClass(method), LIST);
          method.instructions.insertBefore(instruction, code);
          places++;
        }
      }
    }
    editor.require("findBeanProperties", editor.edited(places));
  }

  /** Jackson 2 hands over a description of the class, Jackson 3 an interface that gives one. */
  private static InsnList beanClass(MethodNode method) {
    String described = Type.getArgumentTypes(method.desc)[1].getInternalName();
    boolean given = described.endsWith("$Supplier");
    InsnList code = new InsnList();
    code.add(new VarInsnNode(Opcodes.ALOAD, ClassEditor.slotOf(method, 1)));
    code.add(
        new MethodInsnNode(
            given ? Opcodes.INVOKEINTERFACE : Opcodes.INVOKEVIRTUAL,
            described,
            "getBeanClass",
            "()Ljava/lang/Class;",
            given));
    return code;
  }

  private int filterReads(
      ClassEditor editor,
      String methodName,
      Predicate<MethodInsnNode> read,
      String hook,
      InsnList context) {
    int places = 0;
    for (MethodNode method : editor.node().methods) {
      if (!method.name.equals(methodName)) {
        continue;
      }
      for (AbstractInsnNode instruction : method.instructions.toArray()) {
        if (instruction instanceof MethodInsnNode call && read.test(call)) {
          method.instructions.insert(call, editor.filter(names.hook(hook), copy(context), OBJECT));
          places++;
        }
      }
    }
    return editor.edited(places);
  }

  private static boolean reads(MethodInsnNode call) {
    return call.owner.equals("java/lang/reflect/Method") && call.name.equals("invoke")
        || call.owner.equals("java/lang/reflect/Field") && call.name.equals("get")
        || call.owner.equals("java/lang/invoke/MethodHandle") && call.name.equals("invokeExact");
  }

  private boolean memberValue(MethodInsnNode call) {
    return call.owner.equals(memberType) && call.name.equals("getValue");
  }

  /** At the end of the constructor that every other one with a definition goes through. */
  private int markInConstructor(ClassEditor editor) {
    int places = 0;
    for (MethodNode method : editor.node().methods) {
      if (!isMainConstructor(editor, method)) {
        continue;
      }
      int definition = ClassEditor.slotOf(method, 0);
      int annotations = ClassEditor.slotOf(method, 2);
      for (AbstractInsnNode instruction : method.instructions.toArray()) {
        if (instruction.getOpcode() == Opcodes.RETURN) {
          InsnList code = mark(editor, MARK_BY_MEMBER, definition);
          code.add(mark(editor, MARK_BY_CLASS, annotations));
          method.instructions.insertBefore(instruction, code);
          places++;
        }
      }
    }
    return editor.edited(places);
  }

  private boolean isMainConstructor(ClassEditor editor, MethodNode method) {
    if (!method.name.equals("<init>") || !method.desc.startsWith(mainConstructor)) {
      return false;
    }
    for (AbstractInsnNode instruction : method.instructions.toArray()) {
      if (instruction instanceof MethodInsnNode call
          && call.name.equals("<init>")
          && call.owner.equals(editor.node().name)) {
        return false;
      }
    }
    return true;
  }

  private InsnList mark(ClassEditor editor, String hook, int contextSlot) {
    InsnList context = new InsnList();
    context.add(new VarInsnNode(Opcodes.ALOAD, contextSlot));
    InsnList code = new InsnList();
    code.add(new VarInsnNode(Opcodes.ALOAD, 0));
    code.add(editor.filter(names.hook(hook), context, OBJECT));
    code.add(new InsnNode(Opcodes.POP));
    return code;
  }

  private InsnList setting() {
    InsnList code = new InsnList();
    code.add(new VarInsnNode(Opcodes.ALOAD, 0));
    code.add(new LdcInsnNode(SETTING));
    code.add(
        new MethodInsnNode(
            Opcodes.INVOKEVIRTUAL,
            names.propertyWriter(),
            "getInternalSetting",
            "(Ljava/lang/Object;)Ljava/lang/Object;",
            false));
    code.add(new VarInsnNode(Opcodes.ALOAD, 0));
    code.add(
        new MethodInsnNode(
            Opcodes.INVOKESTATIC,
            "java/util/Objects",
            "requireNonNullElse",
            "(Ljava/lang/Object;Ljava/lang/Object;)Ljava/lang/Object;",
            false));
    return code;
  }

  private static InsnList firstArgument() {
    InsnList code = new InsnList();
    code.add(new VarInsnNode(Opcodes.ALOAD, 1));
    return code;
  }

  private static InsnList copy(InsnList code) {
    InsnList copy = new InsnList();
    for (AbstractInsnNode instruction : code) {
      copy.add(instruction.clone(null));
    }
    return copy;
  }
}
