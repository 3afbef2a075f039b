package dev.bauta.agent.instrumentation.jdbc;

import java.io.InputStream;
import java.io.Reader;
import java.net.InetAddress;
import java.net.URI;
import java.net.URL;
import java.sql.Array;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLXML;
import java.util.Map;

/**
 * The form of a value that the application may see, by the value's type, and always of a type that
 * its getter may return. Text inside is masked; what can be read later is masked while it is read.
 * Null stands for what must not be seen and has no other form.
 */
final class Values {

  private Values() {}

  /** What may be seen of an object that a getter returns (no number), or of a part of one. */
  static Object visible(Column column, Object value) throws SQLException {
    if (value instanceof String text) {
      return column.text(text);
    }
    if (value == null) {
      return null;
    }
    return column.isMarked() ? marked(column, value) : found(column, value);
  }

  private static Object marked(Column column, Object value) throws SQLException {
    if (isReadLater(value)) {
      return column.isRevealed() ? value : readLater(column, value);
    }
    if (value instanceof byte[] bytes) {
      return column.isRevealed() ? bytes : Bytes.visible(column, bytes);
    }
    Object text = TextObject.visible(column, value);
    return text != null ? text : column.marked(value);
  }

  private static Object found(Column column, Object value) throws SQLException {
    if (isReadLater(value)) {
      return readLater(column, value);
    }
    if (value instanceof byte[] bytes) {
      return Bytes.visible(column, bytes);
    }
    if (value instanceof Object[] array) {
      return Elements.visible(column, array);
    }
    if (value instanceof Map<?, ?> map) {
      return Elements.visible(column, map);
    }
    if (value instanceof URL || value instanceof URI) {
      return unlessFound(column, value, value.toString());
    }
    if (value instanceof InetAddress address) {
      return unlessFound(column, value, address.getHostAddress());
    }
    if (value instanceof CharSequence text) {
      return unlessFound(column, value, text.toString());
    }
    return TextObject.isOne(value) ? TextObject.visible(column, value) : value;
  }

  private static boolean isReadLater(Object value) {
    return value instanceof Reader
        || value instanceof InputStream
        || value instanceof Clob
        || value instanceof Blob
        || value instanceof SQLXML
        || value instanceof Array
        || value instanceof ResultSet;
  }

  private static Object readLater(Column column, Object value) throws SQLException {
    if (value instanceof Reader reader) {
      return new MaskedReader(reader, new Window(column));
    }
    if (value instanceof InputStream stream) {
      return new MaskedStream(stream, new Window(column));
    }
    if (value instanceof Clob clob) {
      return new MaskedClob(clob, column);
    }
    if (value instanceof Blob blob) {
      return column.isMarked() ? null : new MaskedBlob(blob, column);
    }
    if (value instanceof SQLXML xml) {
      return new MaskedXml(xml, column);
    }
    if (value instanceof Array array) {
      return MaskedArray.of(array, column);
    }
    return rows(column, value);
  }

  private static Object rows(Column column, Object resultSet) {
    if (column.isMarked()) {
      return null;
    }
    return Drivers.hooks(resultSet.getClass())
        ? resultSet
        : MaskedRows.of((ResultSet) resultSet, column, MaskedRows.NO_INDEX);
  }

  private static Object unlessFound(Column column, Object value, String text) {
    return text.equals(column.text(text)) ? value : null;
  }
}
