package dev.bauta.agent.instrumentation.json;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code @Pii} says about one class, found by the annotation's name so that any copy of it
 * counts. Holds types only, no class, so it keeps no class loader alive. Immutable.
 */
public final class PiiMembers {

  private static final String PII = "dev.bauta.annotations.Pii";
  private static final String JSON_VALUE = "com.fasterxml.jackson.annotation.JsonValue";
  private static final String ANY_GETTER = "com.fasterxml.jackson.annotation.JsonAnyGetter";
  private static final ClassValue<PiiMembers> OF =
      new ClassValue<>() {
        @Override
        protected PiiMembers computeValue(Class<?> type) {
          return new PiiMembers(type);
        }
      };

  private static final ClassValue<Optional<Class<?>>> ANNOTATION =
      new ClassValue<>() {
        @Override
        protected Optional<Class<?>> computeValue(Class<?> owner) {
          try {
            return Optional.of(Class.forName(PII, false, owner.getClassLoader()));
          } catch (ClassNotFoundException | LinkageError none) {
            return Optional.empty();
          }
        }
      };

  private final String ownType;
  private final Map<String, String> types = new HashMap<>();
  private boolean writtenAsValue;
  private String valueType;
  private String valueName;
  private String anyGetterType;
  private String anyGetterName;

  private PiiMembers(Class<?> owner) {
    ownType = typeIn(owner.getDeclaredAnnotations());
    for (Field field : owner.getDeclaredFields()) {
      add(field, field.getName());
    }
    for (Method method : owner.getDeclaredMethods()) {
      if (method.getParameterCount() == 0) {
        add(method, method.getName());
      }
    }
    RecordComponent[] components = owner.getRecordComponents();
    if (components != null) {
      for (RecordComponent component : components) {
        add(component, component.getName());
      }
    }
  }

  public static PiiMembers of(Class<?> owner) {
    return OF.get(owner);
  }

  /** The annotation as the loader of this class sees it, or null. */
  public static Class<?> annotation(Class<?> owner) {
    return ANNOTATION.get(owner).orElse(null);
  }

  /** The annotation's type on the class itself; empty for untyped, null where there is none. */
  public String ownType() {
    return ownType;
  }

  /** The annotation's type on a class or on one above it, or null. */
  public static String classType(Class<?> owner) {
    for (Class<?> type = owner; type != null; type = type.getSuperclass()) {
      if (of(type).ownType != null) {
        return of(type).ownType;
      }
    }
    return null;
  }

  /** The type of the member that a property goes by: a field, getter or record component. */
  public static String memberType(Class<?> owner, String property) {
    for (Class<?> type = owner; type != null; type = type.getSuperclass()) {
      String found = of(type).types.get(property.toLowerCase(Locale.ROOT));
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  /** The type of what {@code @JsonValue} gives for this class, or null. */
  public static String jsonValueType(Class<?> owner) {
    for (Class<?> type = owner; type != null; type = type.getSuperclass()) {
      if (of(type).valueType != null) {
        return of(type).valueType;
      }
    }
    return classType(owner);
  }

  /** The type of what the any-getter of this class gives, or null. */
  public static String anyGetterType(Class<?> owner) {
    for (Class<?> type = owner; type != null; type = type.getSuperclass()) {
      if (of(type).anyGetterType != null) {
        return of(type).anyGetterType;
      }
    }
    return classType(owner);
  }

  /** The name of the {@code @JsonValue} member of this class, or null. */
  public static String jsonValueName(Class<?> owner) {
    for (Class<?> type = owner; type != null; type = type.getSuperclass()) {
      if (of(type).valueName != null) {
        return of(type).valueName;
      }
    }
    return null;
  }

  /** The name of the any-getter of this class, or null. */
  public static String anyGetterName(Class<?> owner) {
    for (Class<?> type = owner; type != null; type = type.getSuperclass()) {
      if (of(type).anyGetterName != null) {
        return of(type).anyGetterName;
      }
    }
    return null;
  }

  /** Whether objects of this class are written by a {@code @JsonValue} member. */
  public static boolean writtenAsValue(Class<?> owner) {
    for (Class<?> type = owner; type != null; type = type.getSuperclass()) {
      if (of(type).writtenAsValue) {
        return true;
      }
    }
    return false;
  }

  /** The annotation's type among these, or null. */
  public static String typeIn(Annotation[] annotations) {
    for (Annotation annotation : annotations) {
      String type = typeOf(annotation);
      if (type != null) {
        return type;
      }
    }
    return null;
  }

  /** The type that this annotation names, or null where it is another annotation. */
  public static String typeOf(Annotation annotation) {
    Class<?> kind = annotation.annotationType();
    if (!kind.getName().equals(PII)) {
      return null;
    }
    try {
      return kind.getMethod("value").invoke(annotation) instanceof String type ? type : "";
    } catch (ReflectiveOperationException e) {
      return ""; // a copy of another shape still says that the value is personal
    }
  }

  private void add(AnnotatedElement member, String name) {
    boolean value = false;
    boolean any = false;
    String type = null;
    for (Annotation annotation : member.getDeclaredAnnotations()) {
      String annotationName = annotation.annotationType().getName();
      value |= annotationName.equals(JSON_VALUE);
      any |= annotationName.equals(ANY_GETTER);
      type = type == null ? typeOf(annotation) : type;
    }
    writtenAsValue |= value;
    valueName = value ? name : valueName;
    anyGetterName = any ? name : anyGetterName;
    if (type == null) {
      return;
    }
    types.put(name.toLowerCase(Locale.ROOT), type);
    if (member instanceof Method) {
      types.putIfAbsent(propertyOf(name).toLowerCase(Locale.ROOT), type);
    }
    valueType = value ? type : valueType;
    anyGetterType = any ? type : anyGetterType;
  }

  /** The property that a getter of this name gives; another name as it is. */
  public static String propertyOf(String getter) {
    if (getter.startsWith("get")) {
      return getter.substring(3);
    }
    return getter.startsWith("is") ? getter.substring(2) : getter;
  }
}
