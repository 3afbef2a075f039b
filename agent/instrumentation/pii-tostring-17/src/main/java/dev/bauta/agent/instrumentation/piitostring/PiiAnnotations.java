package dev.bauta.agent.instrumentation.piitostring;

import java.util.List;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.RecordComponentNode;

/** Reads {@code @Pii} in class files. */
final class PiiAnnotations {

  static final String NAME = "Ldev/bauta/annotations/Pii;";

  private PiiAnnotations() {}

  /** Whether the class holds an annotation, and so comes by its constant pool too. */
  static boolean isMarked(ClassNode node) {
    if (type(node.visibleAnnotations, node.invisibleAnnotations) != null) {
      return true;
    }
    for (FieldNode field : node.fields) {
      if (type(field.visibleAnnotations, field.invisibleAnnotations) != null) {
        return true;
      }
    }
    for (MethodNode method : node.methods) {
      if (type(method.visibleAnnotations, method.invisibleAnnotations) != null) {
        return true;
      }
    }
    if (node.recordComponents != null) {
      for (RecordComponentNode component : node.recordComponents) {
        if (type(component.visibleAnnotations, component.invisibleAnnotations) != null) {
          return true;
        }
      }
    }
    return false;
  }

  /** The type that the annotation names, empty for none; null where there is no annotation. */
  static String type(List<AnnotationNode> visible, List<AnnotationNode> invisible) {
    String type = type(visible);
    return type != null ? type : type(invisible);
  }

  private static String type(List<AnnotationNode> annotations) {
    if (annotations == null) {
      return null;
    }
    for (AnnotationNode annotation : annotations) {
      if (annotation.desc.equals(NAME)) {
        List<Object> values = annotation.values;
        int value = values == null ? -1 : values.indexOf("value");
        return value >= 0 && values.get(value + 1) instanceof String type ? type : "";
      }
    }
    return null;
  }
}
