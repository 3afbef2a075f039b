package dev.bauta.agent.core;

import dev.bauta.engine.Mark;
import java.lang.reflect.Array;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The masked form of a whole value that is known to be personal, in a type that takes its place:
 * text stays text, containers keep their kind, dates keep their year. Anything else has no masked
 * form and becomes null.
 */
final class ValueMasker {

  private static final int MAX_DEPTH = 8;

  private ValueMasker() {}

  static Object mask(Mark mark, Object value) {
    return mark.masker().nulls() ? null : mask(mark, value, 0);
  }

  private static Object mask(Mark mark, Object value, int depth) {
    if (value == null || depth > MAX_DEPTH) {
      return null;
    }
    if (value instanceof String text) {
      return mark.masker().mask(text, mark.type());
    }
    if (value instanceof CharSequence text) {
      return mark.masker().mask(text.toString(), mark.type());
    }
    if (value instanceof char[] chars) {
      return mark.masker().mask(new String(chars), mark.type()).toCharArray();
    }
    if (value instanceof Optional<?> optional) {
      return optional.map(inner -> mask(mark, inner, depth + 1));
    }
    if (value instanceof Collection<?> collection) {
      return collection(mark, collection, depth);
    }
    if (value instanceof Map<?, ?> map) {
      return map(mark, map, depth);
    }
    if (value instanceof Object[] array) {
      return array(mark, array, depth);
    }
    return mark.masker().textOnly() ? value : date(value);
  }

  private static Object collection(Mark mark, Collection<?> collection, int depth) {
    if (!(collection instanceof List<?>) && !(collection instanceof Set<?>)) {
      return null;
    }
    Collection<Object> masked =
        collection instanceof Set<?> ? new LinkedHashSet<>() : new ArrayList<>(collection.size());
    for (Object element : collection) {
      masked.add(mask(mark, element, depth + 1));
    }
    return masked;
  }

  private static Object map(Mark mark, Map<?, ?> map, int depth) {
    Map<Object, Object> masked = new LinkedHashMap<>();
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      masked.put(entry.getKey(), mask(mark, entry.getValue(), depth + 1));
    }
    return masked;
  }

  private static Object array(Mark mark, Object[] array, int depth) {
    Class<?> type = array.getClass().getComponentType();
    Object[] masked = (Object[]) Array.newInstance(type, array.length);
    for (int i = 0; i < array.length; i++) {
      Object element = mask(mark, array[i], depth + 1);
      masked[i] = type.isInstance(element) ? element : null;
    }
    return masked;
  }

  private static Object date(Object value) {
    if (value instanceof LocalDate date) {
      return date.withDayOfYear(1);
    }
    if (value instanceof LocalDateTime time) {
      return time.toLocalDate().withDayOfYear(1).atStartOfDay();
    }
    if (value instanceof OffsetDateTime time) {
      return time.toLocalDate().withDayOfYear(1).atStartOfDay().atOffset(time.getOffset());
    }
    if (value instanceof ZonedDateTime time) {
      return time.toLocalDate().withDayOfYear(1).atStartOfDay(time.getZone());
    }
    if (value instanceof YearMonth month) {
      return month.withMonth(1);
    }
    if (value instanceof Year) {
      return value;
    }
    if (value instanceof java.util.Date date) {
      return utilDate(date);
    }
    return null;
  }

  // java.sql is another module that a slim runtime may lack: its dates are java.util.Date by
  // inheritance, so they are made by cloning, never named.
  private static Object utilDate(java.util.Date date) {
    java.util.Calendar calendar = java.util.Calendar.getInstance();
    calendar.setTime(new java.util.Date(date.getTime()));
    int year = calendar.get(java.util.Calendar.YEAR);
    calendar.clear();
    calendar.set(year, java.util.Calendar.JANUARY, 1);
    java.util.Date masked = (java.util.Date) date.clone();
    masked.setTime(calendar.getTimeInMillis());
    return masked;
  }
}
