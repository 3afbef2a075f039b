package dev.bauta.agent.instrumentation.jdbc;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;

/** Every way to read one column: all getters of the interface, by index and by label. */
final class Getters {

  /** The types that one may ask {@code getObject} for. */
  private static final List<Class<?>> TYPES =
      List.of(
          String.class,
          Object.class,
          Integer.class,
          Long.class,
          Short.class,
          Double.class,
          Boolean.class,
          java.math.BigDecimal.class,
          byte[].class,
          Object[].class,
          String[].class,
          java.sql.Date.class,
          java.sql.Time.class,
          java.sql.Timestamp.class,
          java.time.LocalDate.class,
          java.time.LocalTime.class,
          java.time.LocalDateTime.class,
          java.time.OffsetDateTime.class,
          java.time.Instant.class,
          java.util.Date.class,
          Calendar.class,
          java.util.UUID.class,
          java.net.InetAddress.class,
          java.io.InputStream.class,
          java.io.Reader.class,
          java.sql.Clob.class,
          java.sql.Blob.class,
          java.sql.SQLXML.class,
          java.sql.Array.class);

  /** One way to read: a getter with its arguments behind the column. */
  record Getter(Method method, List<Object> arguments) {

    boolean isByIndex() {
      return method.getParameterTypes()[0] == int.class;
    }

    /** The value, or the driver's own refusal thrown. */
    Object read(ResultSet rows, Object column) throws SQLException {
      List<Object> all = new ArrayList<>();
      all.add(column);
      all.addAll(arguments);
      try {
        return method.invoke(rows, all.toArray());
      } catch (InvocationTargetException thrown) {
        if (thrown.getCause() instanceof Error error) {
          throw error;
        }
        throw new SQLException(thrown.getCause()); // PostgreSQL refuses some by ClassCastException
      } catch (IllegalAccessException e) {
        throw new AssertionError(e);
      }
    }

    @Override
    public String toString() {
      return method.getName() + List.of(method.getParameterTypes()) + arguments;
    }
  }

  private Getters() {}

  static List<Getter> all() {
    List<Getter> getters = new ArrayList<>();
    for (Method method : ResultSet.class.getMethods()) {
      if (!ResultSetRewrite.GETTERS.contains(method.getName())) {
        continue;
      }
      Class<?>[] parameters = method.getParameterTypes();
      if (parameters.length == 1) {
        getters.add(new Getter(method, List.of()));
      } else if (parameters[1] == Class.class) {
        TYPES.forEach(type -> getters.add(new Getter(method, List.of(type))));
      } else if (parameters[1] == Calendar.class) {
        getters.add(new Getter(method, List.of(Calendar.getInstance(TimeZone.getTimeZone("GMT")))));
      } else {
        getters.add(new Getter(method, List.of(parameters[1] == Map.class ? Map.of() : 2)));
      }
    }
    return getters;
  }
}
