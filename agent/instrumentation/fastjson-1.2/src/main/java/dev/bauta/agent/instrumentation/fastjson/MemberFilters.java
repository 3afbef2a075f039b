package dev.bauta.agent.instrumentation.fastjson;

import dev.bauta.agent.api.Masking;
import dev.bauta.agent.instrumentation.json.MemberFilter;
import dev.bauta.agent.instrumentation.json.MemberPlaces;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.util.HashMap;
import java.util.Map;

/**
 * Gives the serializer of a class with personal members a value filter. The code that the library
 * generates for a class reads fields by itself, but asks first whether there are filters; a class
 * without such members gets none and costs nothing. Thread-safe.
 */
final class MemberFilters {

  private static final String PACKAGE = "com.alibaba.fastjson.serializer.";

  private final Masking masking;
  private final MemberPlaces members;

  MemberFilters(Masking masking) {
    this.masking = masking;
    members = new MemberPlaces(masking);
  }

  /** Called with each serializer that the library makes for a class. */
  Object install(Object serializer) {
    Class<?> bean = serializer == null ? null : bean(serializer);
    if (bean == null) {
      return serializer;
    }
    try {
      MemberFilter filter = new MemberFilter(masking, members, membersOf(serializer, bean), null);
      if (filter.isNeeded()) {
        ClassLoader loader = bean.getClassLoader();
        Object value = filter.as(Class.forName(PACKAGE + "ValueFilter", true, loader));
        Class<?> any = Class.forName(PACKAGE + "SerializeFilter", true, loader);
        bean.getMethod("addFilter", any).invoke(serializer, value);
      }
      return serializer;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("no filter can be set", e);
    }
  }

  private static Class<?> bean(Object serializer) {
    Class<?> type = serializer.getClass();
    while (type != null && !type.getName().equals(PACKAGE + "JavaBeanSerializer")) {
      type = type.getSuperclass();
    }
    return type;
  }

  private static Map<String, Member> membersOf(Object serializer, Class<?> bean)
      throws ReflectiveOperationException {
    Field getters = bean.getDeclaredField("getters");
    getters.setAccessible(true);
    Map<String, Member> byName = new HashMap<>();
    for (Object getter : (Object[]) getters.get(serializer)) {
      Object info = getter.getClass().getField("fieldInfo").get(getter);
      Object method = info.getClass().getField("method").get(info);
      Object read = method != null ? method : info.getClass().getField("field").get(info);
      byName.put((String) info.getClass().getField("name").get(info), (Member) read);
    }
    return byName;
  }
}
