package dev.bauta.agent.instrumentation.jdbc;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.Blob;
import java.sql.SQLException;

/**
 * A binary object that is looked at when it is first read: text inside is masked each time it is
 * read, anything else is the driver's own object again.
 */
final class MaskedBlob implements Blob, Wrapped {

  /** Enough to tell text from the head of a binary format. */
  private static final int HEAD = 8 * 1024;

  private final Blob raw;
  private final Column column;
  private Boolean text;

  MaskedBlob(Blob raw, Column column) {
    this.raw = raw;
    this.column = column;
  }

  @Override
  public Object whole() {
    return raw;
  }

  @Override
  public InputStream getBinaryStream() throws SQLException {
    return isText()
        ? new MaskedStream(raw.getBinaryStream(), new Window(column))
        : raw.getBinaryStream();
  }

  @Override
  public long length() throws SQLException {
    if (!isText()) {
      return raw.length();
    }
    try (InputStream stream = getBinaryStream()) {
      return stream.transferTo(OutputStream.nullOutputStream());
    } catch (IOException failure) {
      throw new SQLException(failure);
    }
  }

  @Override
  public byte[] getBytes(long position, int length) throws SQLException {
    if (position < 1 || length < 0 || !isText()) {
      return raw.getBytes(position, length);
    }
    try (InputStream stream = getBinaryStream()) {
      stream.skip(position - 1);
      return stream.readNBytes(length);
    } catch (IOException failure) {
      throw new SQLException(failure);
    }
  }

  @Override
  public InputStream getBinaryStream(long position, long length) throws SQLException {
    return isText()
        ? new ByteArrayInputStream(getBytes(position, (int) Math.min(length, Integer.MAX_VALUE)))
        : raw.getBinaryStream(position, length);
  }

  @Override
  public long position(byte[] pattern, long start) throws SQLException {
    return isText() ? -1 : raw.position(pattern, start);
  }

  @Override
  public long position(Blob pattern, long start) throws SQLException {
    return isText() ? -1 : raw.position(pattern, start);
  }

  @Override
  public int setBytes(long position, byte[] bytes) throws SQLException {
    return writable().setBytes(position, bytes);
  }

  @Override
  public int setBytes(long position, byte[] bytes, int offset, int length) throws SQLException {
    return writable().setBytes(position, bytes, offset, length);
  }

  @Override
  public OutputStream setBinaryStream(long position) throws SQLException {
    return writable().setBinaryStream(position);
  }

  @Override
  public void truncate(long length) throws SQLException {
    writable().truncate(length);
  }

  @Override
  public void free() throws SQLException {
    raw.free();
  }

  private Blob writable() throws SQLException {
    if (isText()) {
      throw MaskedClob.readOnly();
    }
    return raw;
  }

  private boolean isText() throws SQLException {
    if (text == null) {
      try (InputStream stream = raw.getBinaryStream()) {
        byte[] head = stream.readNBytes(HEAD);
        text = Bytes.decode(head, head.length, head.length < HEAD) != null;
      } catch (IOException failure) {
        throw new SQLException(failure);
      }
    }
    return text;
  }
}
