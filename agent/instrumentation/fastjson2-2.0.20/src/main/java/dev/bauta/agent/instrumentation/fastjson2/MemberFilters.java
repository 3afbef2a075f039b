package dev.bauta.agent.instrumentation.fastjson2;

import dev.bauta.agent.api.Masking;
import dev.bauta.agent.instrumentation.json.MemberFilter;
import dev.bauta.agent.instrumentation.json.MemberPlaces;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Gives the writer of a class with personal members a value filter. The code that the library
 * generates for a class reads fields by itself, but asks first whether there is a filter; a class
 * without such members gets none and costs nothing. Thread-safe.
 */
final class MemberFilters {

  private static final String FILTER = "com.alibaba.fastjson2.filter.ValueFilter";
  private static final String ADAPTER = "com.alibaba.fastjson2.writer.ObjectWriterAdapter";

  private final Masking masking;
  private final MemberPlaces members;

  MemberFilters(Masking masking) {
    this.masking = masking;
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
    if (MemberFilter.is(own)) {
      return own;
    }
    try {
      MemberFilter filter = new MemberFilter(masking, members, membersOf(writer), own);
      return filter.isNeeded() ? filter.as(filterType(writer)) : own;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("no filter can be made", e);
    }
  }

  private static Class<?> filterType(Object writer) throws ClassNotFoundException {
    return Class.forName(FILTER, true, adapter(writer).getClassLoader());
  }

  private static Class<?> adapter(Object writer) {
    for (Class<?> type = writer.getClass(); type != null; type = type.getSuperclass()) {
      if (type.getName().equals(ADAPTER)) {
        return type;
      }
    }
    return null;
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
}
