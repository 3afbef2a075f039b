package dev.bauta.agent.instrumentation.json;

import dev.bauta.agent.api.Masking;
import dev.bauta.agent.api.Sink;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.Map;

/**
 * Hides the values of annotated members where a library has read them by reflection. What is known
 * about a class is found once. Thread-safe.
 */
public final class MemberPlaces {

  private static final MethodHandle HIDE = hideHandle();

  private final Masking masking;
  private final ClassValue<Map<String, Mark>> marks =
      new ClassValue<>() {
        @Override
        protected Map<String, Mark> computeValue(Class<?> owner) {
          return marksOf(owner);
        }
      };

  /** Decides with this masking. */
  public MemberPlaces(Masking masking) {
    this.masking = masking;
  }

  /**
   * What may be written of a member's value.
   *
   * @param member the field, getter or record component's accessor that was read
   */
  public Object hide(Object member, Object value) {
    Mark mark = value == null ? null : mark((Member) member);
    return mark == null ? value : mark.hide(value);
  }

  /**
   * The handle that a library reads a member with, or one that hides what it gives.
   *
   * @param member the field, getter or record component's accessor, or null
   */
  public MethodHandle hiding(Object member, MethodHandle handle) {
    Mark mark = member == null || handle == null ? null : mark((Member) member);
    if (mark == null) {
      return handle;
    }
    // the type stays, because libraries ask handles for it: a hidden number is zero
    Class<?> type = handle.type().returnType();
    Object none = type.isPrimitive() ? Array.get(Array.newInstance(type, 1), 0) : null;
    MethodHandle hide = HIDE.bindTo(new Guarded(mark, none, masking));
    return MethodHandles.filterReturnValue(handle, hide.asType(MethodType.methodType(type, type)));
  }

  /** A handle that gives nothing, for when nobody can tell whether the member is personal. */
  static MethodHandle closed(Object handle) {
    return handle == null
        ? null
        : MethodHandles.empty(((MethodHandle) handle).type());
  }

  private Mark mark(Member member) {
    Map<String, Mark> ofClass = marks.get(member.getDeclaringClass());
    return ofClass.isEmpty() ? null : ofClass.get(member.getName());
  }

  private Map<String, Mark> marksOf(Class<?> owner) {
    Map<String, Mark> found = new HashMap<>();
    try {
      for (Field field : owner.getDeclaredFields()) {
        add(found, owner, field.getName(), field.getName(), field.getType());
      }
      for (Method method : owner.getDeclaredMethods()) {
        if (method.getParameterCount() == 0 && method.getReturnType() != void.class) {
          String property = propertyOf(method.getName());
          add(found, owner, method.getName(), property, method.getReturnType());
        }
      }
      return found.isEmpty() ? Map.of() : found;
    } catch (LinkageError | RuntimeException e) {
      masking.failed(e);
      throw e; // nobody can tell: the hook's guard hides the value
    }
  }

  private void add(
      Map<String, Mark> found, Class<?> owner, String name, String property, Class<?> type) {
    String pii = PiiMembers.memberType(owner, property);
    pii = pii != null ? pii : PiiMembers.memberType(owner, name);
    pii = pii != null ? pii : PiiMembers.of(owner).ownType();
    pii = pii != null || type.isPrimitive() ? pii : PiiMembers.classType(type);
    if (pii != null) {
      Class<?> taken = MethodType.methodType(type).wrap().returnType();
      found.put(name, new Mark(masking.annotated(Sink.JSON, pii, property), taken, false));
    }
  }

  /** The name of the property that a getter or a record's accessor is for. */
  static String propertyOf(String method) {
    int prefix = method.startsWith("get") ? 3 : method.startsWith("is") ? 2 : 0;
    if (method.length() <= prefix || !Character.isUpperCase(method.charAt(prefix))) {
      return method;
    }
    return Character.toLowerCase(method.charAt(prefix)) + method.substring(prefix + 1);
  }

  private static MethodHandle hideHandle() {
    try {
      return MethodHandles.lookup()
          .findVirtual(
              Guarded.class, "hide", MethodType.methodType(Object.class, Object.class));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A handle is called by the library itself, so this guards what links guard elsewhere. */
  private record Guarded(Mark mark, Object none, Masking masking) {
    Object hide(Object value) {
      try {
        Object hidden = mark.hide(value);
        return hidden == null ? none : hidden;
      } catch (Throwable failure) {
        masking.failed(failure);
        return none;
      }
    }
  }
}
