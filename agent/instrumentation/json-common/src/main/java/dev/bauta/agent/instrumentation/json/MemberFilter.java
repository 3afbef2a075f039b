package dev.bauta.agent.instrumentation.json;

import dev.bauta.agent.api.Masking;
import dev.bauta.agent.api.Place;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;

/**
 * A value filter for one class, for libraries that ask such filters: implements a library's
 * interface of one method (object, name, value) without a class of ours in its loader. Thread-safe.
 */
public final class MemberFilter implements InvocationHandler {

  private final Masking masking;
  private final JsonStrings strings;
  private final MemberPlaces members;
  private final Map<String, Member> byName;
  private final Object own;

  /**
   * A filter for a class of these members.
   *
   * @param byName the members by their names in JSON
   * @param own the application's filter, which is asked first, or null
   */
  public MemberFilter(
      Masking masking, MemberPlaces members, Map<String, Member> byName, Object own) {
    this.masking = masking;
    this.members = members;
    this.byName = new HashMap<>(byName);
    this.own = own;
    strings = new JsonStrings(masking);
  }

  /** Whether a filter is one of these. */
  public static boolean is(Object filter) {
    return filter != null
        && Proxy.isProxyClass(filter.getClass())
        && Proxy.getInvocationHandler(filter) instanceof MemberFilter;
  }

  /** This, as the library takes it. */
  public Object as(Class<?> type) {
    return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, this);
  }

  /** Whether the class has a member that is personal; in doubt it has. */
  public boolean isNeeded() {
    try {
      return hidesAny();
    } catch (Throwable failure) {
      masking.failed(failure);
      return true;
    }
  }

  @Override
  public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
    if (arguments == null || arguments.length != 3) {
      return answer(proxy, method, arguments);
    }
    Object value = own == null ? arguments[2] : method.invoke(own, arguments);
    try {
      return hide((String) arguments[1], value);
    } catch (Throwable failure) {
      masking.failed(failure);
      return closed(value);
    }
  }

  private static Object closed(Object value) {
    return value instanceof String ? Masking.MASKED : null;
  }

  private boolean hidesAny() {
    for (Map.Entry<String, Member> member : byName.entrySet()) {
      boolean known = member.getValue() != null;
      if (!known || members.hides(member.getValue()) || strings.rule(member.getKey()) != null) {
        return true;
      }
    }
    return false;
  }

  private Object hide(String name, Object value) {
    if (value == null) {
      return null;
    }
    Member member = byName.get(name);
    if (member == null) {
      return closed(value); // renamed by the application: nobody can tell which member this is
    }
    Object hidden = members.hide(member, value);
    Place rule = strings.rule(name);
    return rule == null || hidden == null || !hidden.equals(value)
        ? hidden
        : KeyedEntries.hide(rule, hidden, 0);
  }

  private static Object answer(Object proxy, Method method, Object[] arguments) {
    return switch (method.getName()) {
      case "equals" -> proxy == arguments[0];
      case "hashCode" -> System.identityHashCode(proxy);
      default -> "masking";
    };
  }
}
