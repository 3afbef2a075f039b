package dev.bauta.agent.instrumentation.fastjson2;

import dev.bauta.agent.api.Masking;
import dev.bauta.agent.api.Place;
import dev.bauta.agent.instrumentation.json.JsonStrings;
import dev.bauta.agent.instrumentation.json.MemberPlaces;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Gives the writer of a class with personal members a value filter. The code that the library
 * generates for a class reads fields by itself, but asks first whether there is a filter; a class
 * without such members gets none and costs nothing. Thread-safe.
 */
final class MemberFilters {

  private static final String ADAPTER = "com.alibaba.fastjson2.writer.ObjectWriterAdapter";

  private final Masking masking;
  private final JsonStrings strings;
  private final MemberPlaces members;

  MemberFilters(Masking masking, JsonStrings strings) {
    this.masking = masking;
    this.strings = strings;
    members = new MemberPlaces(masking);
  }

  /** Called with each writer that the library makes for a class. */
  Object install(Object writer) {
    Class<?> adapter = writer == null ? null : adapter(writer);
    if (adapter == null) {
      return writer;
    }
    try {
      Method setter = null;
      for (Method method : adapter.getMethods()) {
        setter = method.getName().equals("setValueFilter") ? method : setter;
      }
      Field field = adapter.getDeclaredField("valueFilter");
      field.setAccessible(true);
      // the setter is rewritten, and asks chain()
      setter.invoke(writer, field.get(writer));
    } catch (ReflectiveOperationException | RuntimeException e) {
      masking.failed(e);
      throw new IllegalStateException("no filter can be set", e);
    }
    return writer;
  }

  /** The filter that a writer gets: what hides its members, after the application's own. */
  Object chain(Object writer, Object own) {
    if (own != null
        && Proxy.isProxyClass(own.getClass())
        && Proxy.getInvocationHandler(own) instanceof Filter) {
      return own;
    }
    try {
      Map<String, Member> byName = membersOf(writer);
      if (!isPersonal(byName)) {
        return own;
      }
      Class<?> type =
          Class.forName(
              "com.alibaba.fastjson2.filter.ValueFilter", true, adapter(writer).getClassLoader());
      return Proxy.newProxyInstance(
          type.getClassLoader(), new Class<?>[] {type}, new Filter(byName, own));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("no filter can be made", e);
    }
  }

  private static Class<?> adapter(Object writer) {
    for (Class<?> type = writer.getClass(); type != null; type = type.getSuperclass()) {
      if (type.getName().equals(ADAPTER)) {
        return type;
      }
    }
    return null;
  }

  /** In doubt it is. */
  private boolean isPersonal(Map<String, Member> byName) {
    try {
      return hasRule(byName);
    } catch (Throwable failure) {
      masking.failed(failure);
      return true;
    }
  }

  private boolean hasRule(Map<String, Member> byName) {
    for (Map.Entry<String, Member> member : byName.entrySet()) {
      if (strings.rule(member.getKey()) != null
          || member.getValue() == null
          || members.hides(member.getValue())) {
        return true;
      }
    }
    return false;
  }

  private static Map<String, Member> membersOf(Object writer) throws ReflectiveOperationException {
    Map<String, Member> byName = new HashMap<>();
    Method all = writer.getClass().getMethod("getFieldWriters");
    all.setAccessible(true);
    for (Object field : (List<?>) all.invoke(writer)) {
      Class<?> type = field.getClass();
      Object name = type.getField("fieldName").get(field);
      Object getter = type.getField("method").get(field);
      Object read = getter != null ? getter : type.getField("field").get(field);
      byName.put((String) name, (Member) read);
    }
    return byName;
  }

  /** Implements the library's interface without a class of ours in its loader. */
  private final class Filter implements InvocationHandler {
    private final Map<String, Member> byName;
    private final Object own;

    Filter(Map<String, Member> byName, Object own) {
      this.byName = byName;
      this.own = own;
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
      if (!method.getName().equals("apply")) {
        return answer(proxy, method, arguments);
      }
      Object value = own == null ? arguments[2] : method.invoke(own, arguments);
      try {
        return hide((String) arguments[1], value);
      } catch (Throwable failure) {
        masking.failed(failure);
        return value instanceof String ? Masking.MASKED : null;
      }
    }

    private Object hide(String name, Object value) {
      Member member = byName.get(name);
      if (member == null && value != null) {
        throw new IllegalStateException("a name that the class does not have");
      }
      Object hidden = value == null ? null : members.hide(member, value);
      Place rule = strings.rule(name);
      return rule == null || hidden == null || !hidden.equals(value)
          ? hidden
          : KeyedEntries.hide(rule, hidden, 0);
    }

    private Object answer(Object proxy, Method method, Object[] arguments) {
      return switch (method.getName()) {
        case "equals" -> proxy == arguments[0];
        case "hashCode" -> System.identityHashCode(proxy);
        default -> "masking";
      };
    }
  }
}
