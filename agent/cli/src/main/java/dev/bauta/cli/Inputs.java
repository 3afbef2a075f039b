package dev.bauta.cli;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** Opens what a command shall read: a file, or {@code -} for standard input; gzip by its magic. */
final class Inputs {

  static final String STANDARD_INPUT = "-";

  private static final int BUFFER = 1 << 16;

  private Inputs() {}

  /** One opened input. */
  static final class Input extends FilterInputStream {
    private final Counted raw;
    private final long size;

    private Input(InputStream in, Counted raw, long size) {
      super(in);
      this.raw = raw;
      this.size = size;
    }

    /** Bytes taken from the file, packed as they are. */
    long taken() {
      return raw.count;
    }

    /** Bytes of the file, or -1 where that is not known. */
    long size() {
      return size;
    }
  }

  static Input open(String name, Streams streams) {
    try {
      if (name.equals(STANDARD_INPUT)) {
        return unpack(name, streams.in(), -1);
      }
      Path path = Path.of(name);
      if (Files.isDirectory(path)) {
        throw new CliException(
            "'" + name + "' is a folder; name its files, such as " + path.resolve("*.log"));
      }
      return unpack(name, Files.newInputStream(path), Files.size(path));
    } catch (IOException failed) {
      throw unreadable(name, failed);
    }
  }

  static CliException unreadable(String name, IOException failed) {
    String what = name.equals(STANDARD_INPUT) ? "standard input" : "'" + name + "'";
    String why =
        failed instanceof NoSuchFileException
            ? "there is no such file; check the path"
            : failed instanceof java.nio.file.AccessDeniedException
                ? "not allowed; check its permissions"
                : failed instanceof java.io.EOFException
                    ? "it is gzip and ends too early; get a whole copy"
                    : failed instanceof java.util.zip.ZipException
                        ? "it is gzip and damaged; get a whole copy"
                        : failed.getClass().getSimpleName();
    return new CliException("cannot read " + what + ": " + why);
  }

  private static Input unpack(String name, InputStream in, long size) throws IOException {
    Counted raw = new Counted(in);
    PushbackInputStream pushback = new PushbackInputStream(raw, 2);
    byte[] magic = new byte[2];
    int count = pushback.readNBytes(magic, 0, 2);
    pushback.unread(magic, 0, count);
    int first = count < 2 ? 0 : (magic[0] & 0xFF) << 8 | magic[1] & 0xFF;
    if (first == 0xFFFE || first == 0xFEFF) {
      in.close();
      throw new CliException(
          (name.equals(STANDARD_INPUT) ? "standard input" : "'" + name + "'")
              + " is UTF-16, in which nothing would be found;"
              + " make it UTF-8 first: iconv -f UTF-16 -t UTF-8");
    }
    return new Input(first == 0x1F8B ? new GZIPInputStream(pushback, BUFFER) : pushback, raw, size);
  }

  private static final class Counted extends FilterInputStream {
    private long count;

    Counted(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int b = super.read();
      count += b < 0 ? 0 : 1;
      return b;
    }

    @Override
    public int read(byte[] b, int from, int length) throws IOException {
      int read = super.read(b, from, length);
      count += Math.max(0, read);
      return read;
    }
  }
}
