package dev.bauta.agent.instrumentation.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLXML;
import java.util.ArrayList;
import java.util.List;

/** Everything that a value shows, as one text: whatever way a reader would take to its content. */
final class Shown {

  private Shown() {}

  static String of(Object value) throws SQLException {
    try {
      return String.valueOf(text(value));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Object text(Object value) throws SQLException, IOException {
    if (value instanceof byte[] bytes) {
      return new String(bytes, StandardCharsets.UTF_8);
    }
    if (value instanceof InputStream stream) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
    if (value instanceof Reader reader) {
      return read(reader);
    }
    if (value instanceof Clob clob) { // not its length: H2 1.4 makes one up
      String text = read(clob.getCharacterStream());
      String ascii = String.valueOf(text(clob.getAsciiStream()));
      return text + "|" + clob.getSubString(1, text.length()) + "|" + ascii;
    }
    if (value instanceof Blob blob) {
      return text(blob.getBinaryStream())
          + "|"
          + blob.length()
          + "|"
          + text(blob.getBytes(1, (int) blob.length()));
    }
    if (value instanceof SQLXML xml) {
      return xml.getString()
          + "|"
          + read(xml.getCharacterStream())
          + "|"
          + text(xml.getBinaryStream());
    }
    if (value instanceof Array array) {
      return text(array.getArray()) + "|" + rows(array.getResultSet());
    }
    if (value instanceof ResultSet rows) {
      return rows(rows);
    }
    if (value instanceof Object[] array) {
      List<Object> elements = new ArrayList<>();
      for (Object element : array) {
        elements.add(text(element));
      }
      return elements;
    }
    return value;
  }

  private static String rows(ResultSet rows) throws SQLException {
    StringBuilder text = new StringBuilder();
    while (rows.next()) {
      for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
        text.append(rows.getString(i)).append('/').append(of(rows.getObject(i))).append(';');
      }
    }
    return text.toString();
  }

  private static String read(Reader reader) throws IOException {
    StringWriter text = new StringWriter();
    reader.transferTo(text);
    return text.toString();
  }
}
