package dev.bauta.agent.instrumentation.jdbc;

import java.lang.reflect.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;

/** An SQL array whose elements are masked each time they are read. */
final class MaskedArray implements java.sql.Array, Wrapped {

  private final java.sql.Array raw;
  private final Column column;

  private MaskedArray(java.sql.Array raw, Column column) {
    this.raw = raw;
    this.column = column;
  }

  /** The driver's own array where nothing in it is hidden. */
  static java.sql.Array of(java.sql.Array raw, Column column) {
    if (!column.isMarked()) {
      try {
        Object elements = raw.getArray();
        if (Same.instance(visible(column, elements), elements)) {
          return raw;
        }
      } catch (SQLException unreadable) {
        // The driver cannot turn this array into objects: each way to read it masks for itself.
      }
    }
    return new MaskedArray(raw, column);
  }

  @Override
  public Object whole() {
    return raw;
  }

  @Override
  public String getBaseTypeName() throws SQLException {
    return raw.getBaseTypeName();
  }

  @Override
  public int getBaseType() throws SQLException {
    return raw.getBaseType();
  }

  @Override
  public Object getArray() throws SQLException {
    return visible(column, raw.getArray());
  }

  @Override
  public Object getArray(Map<String, Class<?>> types) throws SQLException {
    return visible(column, raw.getArray(types));
  }

  @Override
  public Object getArray(long index, int count) throws SQLException {
    return visible(column, raw.getArray(index, count));
  }

  @Override
  public Object getArray(long index, int count, Map<String, Class<?>> types) throws SQLException {
    return visible(column, raw.getArray(index, count, types));
  }

  @Override
  public ResultSet getResultSet() throws SQLException {
    return rows(raw.getResultSet());
  }

  @Override
  public ResultSet getResultSet(Map<String, Class<?>> types) throws SQLException {
    return rows(raw.getResultSet(types));
  }

  @Override
  public ResultSet getResultSet(long index, int count) throws SQLException {
    return rows(raw.getResultSet(index, count));
  }

  @Override
  public ResultSet getResultSet(long index, int count, Map<String, Class<?>> types)
      throws SQLException {
    return rows(raw.getResultSet(index, count, types));
  }

  @Override
  public void free() throws SQLException {
    raw.free();
  }

  /** The driver's literal, masked as one text: some drivers bind an array by it. */
  @Override
  public String toString() {
    return String.valueOf(column.text(raw.toString()));
  }

  private ResultSet rows(ResultSet elements) {
    return elements == null ? null : MaskedRows.of(elements, column, MaskedRows.ARRAY_INDEX);
  }

  private static Object visible(Column column, Object elements) throws SQLException {
    if (elements instanceof Object[] array) {
      return Elements.visible(column, array);
    }
    if (elements == null || !column.isMarked()) {
      return elements;
    }
    return Array.newInstance(elements.getClass().getComponentType(), Array.getLength(elements));
  }
}
