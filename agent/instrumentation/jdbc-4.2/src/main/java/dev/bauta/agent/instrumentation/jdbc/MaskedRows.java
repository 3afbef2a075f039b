package dev.bauta.agent.instrumentation.jdbc;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * A result set inside a value (an array's elements, a row) whose own class is not rewritten, or
 * knows nothing of the mark on the column that it came from. Rare, hence a proxy.
 */
final class MaskedRows implements InvocationHandler {

  /** Every column is data. */
  static final int NO_INDEX = 0;

  /** The first column of {@link java.sql.Array#getResultSet()} counts the elements. */
  static final int ARRAY_INDEX = 1;

  private final ResultSet raw;
  private final Column column;
  private final int indexColumn;

  private MaskedRows(ResultSet raw, Column column, int indexColumn) {
    this.raw = raw;
    this.column = column;
    this.indexColumn = indexColumn;
  }

  static ResultSet of(ResultSet raw, Column column, int indexColumn) {
    return (ResultSet)
        Proxy.newProxyInstance(
            MaskedRows.class.getClassLoader(),
            new Class<?>[] {ResultSet.class},
            new MaskedRows(raw, column, indexColumn));
  }

  @Override
  public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
    Object value;
    try {
      value = method.invoke(raw, arguments);
    } catch (InvocationTargetException thrown) {
      throw thrown.getCause();
    }
    boolean getter = ResultSetRewrite.GETTERS.contains(method.getName());
    if (!getter || value == null || isIndex(arguments[0])) {
      return value;
    }
    return visible(value, method.getReturnType());
  }

  private Object visible(Object value, Class<?> type) {
    if (type.isPrimitive()) {
      return column.isMarked() ? zero(type) : value;
    }
    try {
      return column.given(Values.visible(column, value), value);
    } catch (SQLException | RuntimeException | LinkageError failure) {
      column.failed(failure);
      return null;
    }
  }

  private boolean isIndex(Object indexOrLabel) throws SQLException {
    int index =
        indexOrLabel instanceof Integer number ? number : raw.findColumn((String) indexOrLabel);
    return index == indexColumn;
  }

  private static Object zero(Class<?> type) {
    if (type == boolean.class) {
      return false;
    }
    if (type == long.class) {
      return 0L;
    }
    if (type == double.class) {
      return 0.0;
    }
    if (type == float.class) {
      return 0.0f;
    }
    if (type == short.class) {
      return (short) 0;
    }
    return type == byte.class ? (Object) (byte) 0 : (Object) 0;
  }
}
