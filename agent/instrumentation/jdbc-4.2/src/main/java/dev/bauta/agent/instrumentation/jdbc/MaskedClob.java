package dev.bauta.agent.instrumentation.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Reader;
import java.io.Writer;
import java.sql.Clob;
import java.sql.NClob;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;

/**
 * A character object whose text is masked each time it is read. Lengths and positions are those of
 * the masked text. It cannot be written through: its positions are not the raw text's.
 */
final class MaskedClob implements NClob, Wrapped {

  private final Clob raw;
  private final Column column;

  MaskedClob(Clob raw, Column column) {
    this.raw = raw;
    this.column = column;
  }

  @Override
  public Object whole() {
    return raw;
  }

  @Override
  public Reader getCharacterStream() throws SQLException {
    return new MaskedReader(raw.getCharacterStream(), new Window(column));
  }

  @Override
  public InputStream getAsciiStream() throws SQLException {
    return column.isObserved()
        ? new MaskedStream(raw.getAsciiStream(), new Window(column))
        : new EncodedStream(getCharacterStream()); // text by definition, whatever is in it
  }

  @Override
  public long length() throws SQLException {
    try (Reader text = getCharacterStream()) {
      return text.skip(Long.MAX_VALUE);
    } catch (IOException failure) {
      throw new SQLException(failure);
    }
  }

  @Override
  public String getSubString(long position, int length) throws SQLException {
    try (Reader text = getCharacterStream(position, length)) {
      StringBuilder found = new StringBuilder();
      char[] part = new char[Math.min(Math.max(length, 1), Window.SIZE)];
      for (int n = text.read(part); n > 0; n = text.read(part)) {
        found.append(part, 0, n);
      }
      return found.toString();
    } catch (IOException failure) {
      throw new SQLException(failure);
    }
  }

  @Override
  public Reader getCharacterStream(long position, long length) throws SQLException {
    if (position < 1 || length < 0) {
      return raw.getCharacterStream(position, length); // the driver's own complaint
    }
    Reader text = getCharacterStream();
    try {
      text.skip(position - 1);
    } catch (IOException failure) {
      throw new SQLException(failure);
    }
    return new LimitedReader(text, length);
  }

  @Override
  public long position(String wanted, long start) throws SQLException {
    String text = getSubString(1, Integer.MAX_VALUE);
    int at = text.indexOf(wanted, (int) Math.min(start - 1, Integer.MAX_VALUE));
    return at < 0 ? -1 : at + 1L;
  }

  @Override
  public long position(Clob wanted, long start) throws SQLException {
    return position(wanted.getSubString(1, (int) wanted.length()), start);
  }

  @Override
  public int setString(long position, String text) throws SQLException {
    throw readOnly();
  }

  @Override
  public int setString(long position, String text, int offset, int length) throws SQLException {
    throw readOnly();
  }

  @Override
  public OutputStream setAsciiStream(long position) throws SQLException {
    throw readOnly();
  }

  @Override
  public Writer setCharacterStream(long position) throws SQLException {
    throw readOnly();
  }

  @Override
  public void truncate(long length) throws SQLException {
    throw readOnly();
  }

  @Override
  public void free() throws SQLException {
    raw.free();
  }

  static SQLException readOnly() {
    return new SQLFeatureNotSupportedException(
        "Bauta masks this value, so it cannot be changed in place; update the column instead");
  }

  /** The first characters of another reader. */
  private static final class LimitedReader extends Reader {
    private final Reader text;
    private long left;

    LimitedReader(Reader text, long left) {
      this.text = text;
      this.left = left;
    }

    @Override
    public int read(char[] into, int offset, int length) throws IOException {
      if (left == 0 && length > 0) {
        return -1;
      }
      int count = text.read(into, offset, (int) Math.min(length, left));
      left -= Math.max(count, 0);
      return count;
    }

    @Override
    public void close() throws IOException {
      text.close();
    }
  }
}
