package dev.bauta.agent.instrumentation.jackson;

import dev.bauta.agent.api.Place;
import dev.bauta.agent.instrumentation.json.Mark;
import dev.bauta.agent.instrumentation.json.PiiMembers;
import java.lang.annotation.Annotation;
import java.lang.invoke.MethodType;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.util.List;
import java.util.stream.Stream;

/**
 * The calls into one copy of jackson-databind that marking a property takes, found once for each
 * copy. Not on the hot path: a property is marked when its writer is made. Immutable.
 */
final class Databind {

  private static final String WRITER = ".databind.ser.BeanPropertyWriter";
  private static final ClassValue<Databind> OF =
      new ClassValue<>() {
        @Override
        protected Databind computeValue(Class<?> writer) {
          try {
            return new Databind(writer);
          } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("jackson-databind of an unknown shape", e);
          }
        }
      };

  private final Method getSetting;
  private final Method setSetting;
  private final Method getMember;
  private final Method getType;
  private final Method getRawClass;
  private final Method member;
  private final Method annotations;
  private final Method annotationMap;
  private final Method size;
  private final Method get;
  private final Method getName;
  private final Method getInternalName;
  private final Method writtenName;
  private final Method[] accessors;

  private Databind(Class<?> writer) throws ReflectiveOperationException {
    getSetting = writer.getMethod("getInternalSetting", Object.class);
    setSetting = writer.getMethod("setInternalSetting", Object.class, Object.class);
    getMember = writer.getMethod("getMember");
    getType = writer.getMethod("getType");
    getRawClass = find(writer, "JavaType").getMethod("getRawClass");
    Class<?> annotated = find(writer, "introspect.AnnotatedMember");
    member = annotated.getMethod("getMember");
    annotations = annotated.getMethod("annotations");
    annotationMap = optional(annotated, "_annotationMap");
    Class<?> merged = find(writer, "util.Annotations");
    size = merged.getMethod("size");
    get = merged.getMethod("get", Class.class);
    Class<?> definition = find(writer, "introspect.BeanPropertyDefinition");
    getName = definition.getMethod("getName");
    getInternalName = definition.getMethod("getInternalName");
    writtenName = writer.getMethod("getName");
    accessors = new Method[] {definition.getMethod("getField"), definition.getMethod("getGetter")};
  }

  /** The calls for the copy that a property's writer belongs to. */
  static Databind of(Object writer) {
    Class<?> type = writer.getClass();
    while (!type.getName().endsWith(WRITER)) {
      type = type.getSuperclass();
    }
    return OF.get(type);
  }

  Object setting(Object writer) throws ReflectiveOperationException {
    return getSetting.invoke(writer, PropertyRewrite.SETTING);
  }

  void setting(Object writer, Object value) throws ReflectiveOperationException {
    setSetting.invoke(writer, PropertyRewrite.SETTING, value);
  }

  /** What hides the values of a writer's property, which stand in this place. */
  Mark mark(Object writer, Place place) throws ReflectiveOperationException {
    Class<?> taken = MethodType.methodType(rawType(writer)).wrap().returnType();
    return new Mark(place, taken, raw(writer));
  }

  /** The field or method that the writer reads, or null for a virtual property. */
  Member member(Object writer) throws ReflectiveOperationException {
    Object annotated = getMember.invoke(writer);
    return annotated == null ? null : (Member) member.invoke(annotated);
  }

  Class<?> rawType(Object writer) throws ReflectiveOperationException {
    return (Class<?>) getRawClass.invoke(getType.invoke(writer));
  }

  /** The name that the writer writes. */
  String writtenName(Object writer) throws ReflectiveOperationException {
    return (String) writtenName.invoke(writer);
  }

  String name(Object definition) throws ReflectiveOperationException {
    return (String) getName.invoke(definition);
  }

  /** The name before renaming: the field's, or the getter's without its prefix. */
  String internalName(Object definition) throws ReflectiveOperationException {
    return (String) getInternalName.invoke(definition);
  }

  /** The type that Jackson's own view of the property gives it, mix-ins included; or null. */
  String annotatedType(Object writer, Object definition) throws ReflectiveOperationException {
    String type = typeIn(getMember.invoke(writer));
    for (int i = 0; type == null && i < accessors.length; i++) {
      Object accessor = accessors[i].invoke(definition);
      type = accessor == null ? null : typeIn(accessor);
    }
    return type;
  }

  /**
   * The type that Jackson's merged annotations of a class give it, or null. They can be asked but
   * not listed, so this takes the annotation's class where the owner's loader has it.
   */
  String contextType(Object classAnnotations, Class<?> owner) throws ReflectiveOperationException {
    if ((int) size.invoke(classAnnotations) == 0) {
      return null;
    }
    Class<?> pii = PiiMembers.annotation(owner);
    Object found = pii == null ? null : get.invoke(classAnnotations, pii);
    return found == null ? null : PiiMembers.typeOf((Annotation) found);
  }

  /** Whether the member carries {@code @JsonRawValue}. */
  boolean raw(Object writer) throws ReflectiveOperationException {
    for (Object annotation : annotationsOf(getMember.invoke(writer))) {
      String name = ((Annotation) annotation).annotationType().getName();
      if (name.equals("com.fasterxml.jackson.annotation.JsonRawValue")) {
        return true;
      }
    }
    return false;
  }

  /** Jackson 2 gives an Iterable, Jackson 3 a Stream; 3.0.0 throws where a member has none. */
  private Iterable<?> annotationsOf(Object member) throws ReflectiveOperationException {
    if (annotationMap != null && annotationMap.invoke(member) == null) {
      return List.of();
    }
    Object found = annotations.invoke(member);
    return found instanceof Stream<?> stream ? stream.toList() : (Iterable<?>) found;
  }

  private String typeIn(Object member) throws ReflectiveOperationException {
    for (Object annotation : annotationsOf(member)) {
      String type = PiiMembers.typeOf((Annotation) annotation);
      if (type != null) {
        return type;
      }
    }
    return null;
  }

  private static Method optional(Class<?> type, String name) {
    try {
      return type.getMethod(name);
    } catch (NoSuchMethodException none) {
      return null;
    }
  }

  private static Class<?> find(Class<?> near, String name) throws ClassNotFoundException {
    String own = near.getName();
    String databind = own.substring(0, own.length() - "ser.BeanPropertyWriter".length());
    return Class.forName(databind + name, false, near.getClassLoader());
  }
}
