package dev.bauta.agent.instrumentation.piitostring;

import dev.bauta.agent.api.Masking;
import dev.bauta.agent.api.Sink;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.RecordComponentNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * The personal members of one class file. A member goes by a tag, which is what rewritten code
 * hands to the hooks: {@code type:name} where it is annotated, {@code class#name} where a rule
 * names it. Not changed once made.
 */
final class PiiMembers {

  /** Parts the class from the member in the tag of one that a rule names. */
  static final char RULED = '#';

  private final ClassNode node;
  private final Map<String, FieldNode> fields = new LinkedHashMap<>();
  private final Map<String, String> fieldTags = new HashMap<>();
  private final Map<String, String> getterTags = new HashMap<>();

  private PiiMembers(ClassNode node) {
    this.node = node;
  }

  /**
   * The members of this class.
   *
   * @param rules asked for those that they name
   */
  static PiiMembers of(ClassNode node, Masking rules) {
    PiiMembers members = new PiiMembers(node);
    String classType = PiiAnnotations.type(node.visibleAnnotations, node.invisibleAnnotations);
    members.flagFields(classType);
    members.flagComponents();
    members.flagGetters(classType);
    if (rules.namesClass(node.name)) {
      members.flagRuled(rules);
    }
    members.flagGettersOfFlagged();
    return members;
  }

  /**
   * The members of a class that builds another one: the fields that go by the names of what is
   * personal there.
   *
   * @param tags the other class's tags by field
   */
  static PiiMembers ofBuilder(ClassNode node, Map<String, String> tags) {
    PiiMembers members = new PiiMembers(node);
    members.flagFields(null);
    for (String field : members.fields.keySet()) {
      // Lombok's builders keep a field with a default as name$value
      String tag =
          tags.get(field.endsWith("$value") ? field.substring(0, field.length() - 6) : field);
      if (tag != null) {
        members.fieldTags.putIfAbsent(field, tag);
      }
    }
    members.flagGettersOfFlagged();
    return members;
  }

  boolean isEmpty() {
    return fieldTags.isEmpty() && getterTags.isEmpty();
  }

  /** The flagged instance fields. */
  List<FieldNode> fields() {
    List<FieldNode> flagged = new ArrayList<>();
    for (FieldNode field : fields.values()) {
      if (fieldTags.containsKey(field.name)) {
        flagged.add(field);
      }
    }
    return flagged;
  }

  /** The tags of the flagged fields. */
  Map<String, String> fieldTags() {
    return Map.copyOf(fieldTags);
  }

  /** The tag of a field of this class, or null where it is not flagged. */
  String fieldTag(String field) {
    return fieldTags.get(field);
  }

  /** The tag of a getter that makes what it returns, or null. */
  String getterTag(MethodNode method) {
    String tag = getterTags.get(method.name + method.desc);
    return tag == null || fieldRead(method) != null ? null : tag;
  }

  /** The tag of what this instruction reads, or null where that is not flagged. */
  String tag(AbstractInsnNode instruction) {
    if (instruction instanceof FieldInsnNode read
        && read.getOpcode() == Opcodes.GETFIELD
        && read.owner.equals(node.name)) {
      return fieldTags.get(read.name);
    }
    if (instruction instanceof MethodInsnNode call
        && call.getOpcode() != Opcodes.INVOKESTATIC
        && call.owner.equals(node.name)) {
      return getterTags.get(call.name + call.desc);
    }
    return null;
  }

  /** Whether this instruction calls a getter of this class that does nothing but read a field. */
  boolean callsPlainGetter(MethodInsnNode call) {
    if (!call.owner.equals(node.name)) {
      return false;
    }
    for (MethodNode method : node.methods) {
      if (method.name.equals(call.name) && method.desc.equals(call.desc)) {
        return fieldRead(method) != null;
      }
    }
    return false;
  }

  private void flagFields(String classType) {
    for (FieldNode field : node.fields) {
      if ((field.access & (Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC)) != 0) {
        continue;
      }
      fields.put(field.name, field);
      String own = PiiAnnotations.type(field.visibleAnnotations, field.invisibleAnnotations);
      String type = own != null ? own : classType;
      if (type != null) {
        fieldTags.put(field.name, type + ':' + field.name);
      }
    }
  }

  private void flagComponents() {
    if (node.recordComponents == null) {
      return;
    }
    for (RecordComponentNode component : node.recordComponents) {
      String type =
          PiiAnnotations.type(component.visibleAnnotations, component.invisibleAnnotations);
      if (type != null) {
        fieldTags.putIfAbsent(component.name, type + ':' + component.name);
      }
    }
  }

  /** Annotated getters flag the field they read. */
  private void flagGetters(String classType) {
    for (MethodNode getter : getters()) {
      String type = PiiAnnotations.type(getter.visibleAnnotations, getter.invisibleAnnotations);
      if (type == null) {
        continue;
      }
      String field = fieldRead(getter);
      getterTags.put(getter.name + getter.desc, type + ':' + (field == null ? getter.name : field));
      if (field != null && (classType == null || !fieldTags.containsKey(field))) {
        fieldTags.putIfAbsent(field, type + ':' + field);
      }
    }
  }

  /** What a rule names goes by its field, or by the name of what a getter gives. */
  private void flagRuled(Masking rules) {
    for (String field : fields.keySet()) {
      if (!fieldTags.containsKey(field) && rules.member(Sink.LOG, node.name, field) != null) {
        fieldTags.put(field, ruledTag(field));
      }
    }
    for (MethodNode getter : getters()) {
      String id = getter.name + getter.desc;
      String name = named(rules, getter.name);
      if (name == null || getterTags.containsKey(id)) {
        continue;
      }
      getterTags.put(id, ruledTag(name));
      String field = fieldRead(getter);
      if (field != null) {
        fieldTags.putIfAbsent(field, ruledTag(name));
      }
    }
  }

  private String named(Masking rules, String getter) {
    String property = property(getter);
    return property != null && rules.member(Sink.LOG, node.name, property) != null
        ? property
        : null;
  }

  /** The property of a getter that is named like one, or null. */
  private static String property(String getter) {
    int prefix = getter.startsWith("get") ? 3 : getter.startsWith("is") ? 2 : 0;
    return prefix == 0 || getter.length() == prefix
        ? null
        : Character.toLowerCase(getter.charAt(prefix)) + getter.substring(prefix + 1);
  }

  private String ruledTag(String member) {
    return node.name.replace('/', '.') + RULED + member;
  }

  /** Getters of flagged fields are flagged as well. */
  private void flagGettersOfFlagged() {
    for (MethodNode getter : getters()) {
      String tag = fieldTags.get(fieldRead(getter));
      if (tag != null) {
        getterTags.putIfAbsent(getter.name + getter.desc, tag);
      }
    }
  }

  private List<MethodNode> getters() {
    List<MethodNode> getters = new ArrayList<>();
    for (MethodNode method : node.methods) {
      if (method.desc.startsWith("()")
          && !method.desc.endsWith(")V")
          && (method.access & (Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC)) == 0) {
        getters.add(method);
      }
    }
    return getters;
  }

  /** The field that a method returns as it is, or null where the method does anything else. */
  private String fieldRead(MethodNode method) {
    FieldInsnNode read = null;
    int position = 0;
    for (AbstractInsnNode instruction : method.instructions) {
      int opcode = instruction.getOpcode();
      if (opcode < 0) {
        continue; // labels, lines, frames
      }
      boolean expected =
          switch (position++) {
            case 0 -> opcode == Opcodes.ALOAD && ((VarInsnNode) instruction).var == 0;
            case 1 -> opcode == Opcodes.GETFIELD;
            case 2 -> opcode >= Opcodes.IRETURN && opcode <= Opcodes.ARETURN;
            default -> false;
          };
      if (!expected) {
        return null;
      }
      read = opcode == Opcodes.GETFIELD ? (FieldInsnNode) instruction : read;
    }
    return position == 3 && read.owner.equals(node.name) ? read.name : null;
  }
}
