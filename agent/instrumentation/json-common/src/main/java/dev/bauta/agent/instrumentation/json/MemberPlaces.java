package dev.bauta.agent.instrumentation.json;

import dev.bauta.agent.api.Masking;
import dev.bauta.agent.api.Place;
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
 * Hides the values of members that are annotated or named by a rule, where a library has read them
 * by reflection. What is known about a class is found once, and again when rules for members
 * change. Thread-safe.
 */
public final class MemberPlaces {

  private static final MethodHandle HIDE = hideHandle();

  private final Masking masking;
  private final RuledMembers ruled;
  private final ClassValue<Members> members =
      new ClassValue<>() {
        @Override
        protected Members computeValue(Class<?> owner) {
          int changes = masking.memberRulesChanges(); // before the rules are asked
          return new Members(membersOf(owner), changes);
        }
      };

  /**
   * What is hidden of a class.
   *
   * @param changes how often the rules for members had changed by then
   */
  private record Members(Map<String, Hidden> hidden, int changes) {}

  /** Decides with this masking. */
  public MemberPlaces(Masking masking) {
    this.masking = masking;
    ruled = new RuledMembers(masking);
  }

  /**
   * What may be written of a member's value.
   *
   * @param member the field, getter or record component's accessor that was read
   */
  public Object hide(Object member, Object value) {
    Hidden hidden = value == null ? null : hidden((Member) member);
    return hidden == null ? value : hidden.of(value);
  }

  /** Whether values of this member are hidden at all. */
  public boolean hides(Member member) {
    return hidden(member) != null;
  }

  /**
   * The handle that a library reads a member with, or one that hides what it gives. By the rules of
   * this moment: libraries ask for a handle once.
   *
   * @param member the field, getter or record component's accessor, or null
   */
  public MethodHandle hiding(Object member, MethodHandle handle) {
    Hidden hidden = member == null || handle == null ? null : hidden((Member) member);
    if (hidden == null) {
      return handle;
    }
    Class<?> type = handle.type().returnType();
    MethodHandle hide = HIDE.bindTo(new Guarded(hidden, masking));
    return MethodHandles.filterReturnValue(handle, hide.asType(MethodType.methodType(type, type)));
  }

  /** A handle that gives nothing, for when nobody can tell whether the member is personal. */
  static MethodHandle closed(Object handle) {
    return handle == null ? null : MethodHandles.empty(((MethodHandle) handle).type());
  }

  /** What takes a value's place when nobody can tell whether it is personal. */
  static Object nothing(Object value) {
    return value == null
        ? null
        : zero(MethodType.methodType(value.getClass()).unwrap().returnType());
  }

  private Hidden hidden(Member member) {
    Class<?> owner = member.getDeclaringClass();
    Members known = members.get(owner);
    if (known.changes != masking.memberRulesChanges()) {
      members.remove(owner);
      known = members.get(owner);
    }
    return known.hidden.isEmpty() ? null : known.hidden.get(member.getName());
  }

  private Map<String, Hidden> membersOf(Class<?> owner) {
    Map<String, Hidden> found = new HashMap<>();
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
      Map<String, Hidden> found, Class<?> owner, String name, String property, Class<?> type) {
    String pii = PiiMembers.memberType(owner, property);
    pii = pii != null ? pii : PiiMembers.memberType(owner, name);
    pii = pii != null ? pii : PiiMembers.of(owner).ownType();
    pii = pii != null || type.isPrimitive() ? pii : PiiMembers.classType(type);
    Place place =
        pii != null ? masking.annotated(Sink.JSON, pii, property) : ruled.of(owner, property, name);
    if (place != null) {
      Class<?> taken = MethodType.methodType(type).wrap().returnType();
      found.put(name, new Hidden(new Mark(place, taken, false), zero(type)));
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

  /** What a primitive type has instead of null; null for other types. */
  private static Object zero(Class<?> type) {
    return type.isPrimitive() ? Array.get(Array.newInstance(type, 1), 0) : null;
  }

  private static MethodHandle hideHandle() {
    try {
      return MethodHandles.lookup()
          .findVirtual(Guarded.class, "hide", MethodType.methodType(Object.class, Object.class));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** How a member is hidden, and what it becomes where its type has no masked form. */
  private record Hidden(Mark mark, Object none) {
    Object of(Object value) {
      Object masked = mark.hide(value);
      return masked == null ? none : masked; // libraries take no null for a primitive type
    }
  }

  /** A handle is called by the library itself, so this guards what links guard elsewhere. */
  private record Guarded(Hidden hidden, Masking masking) {
    Object hide(Object value) {
      try {
        return hidden.of(value);
      } catch (Throwable failure) {
        masking.failed(failure);
        return hidden.none();
      }
    }
  }
}
