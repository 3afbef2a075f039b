package dev.bauta.cli;

import java.io.Flushable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Cuts a stream into stretches of whole JSON documents: at each end of a line outside of all
 * brackets and strings. A log of one document a line passes in constant memory, one large document
 * as a whole. Used by one thread.
 */
final class JsonDocuments {

  /** Bytes of the longest document. */
  static final int LONGEST = 1 << 26;

  private static final int SMALL = 1 << 16;

  private final InputStream in;
  private final Flushable beforeWaiting;
  private final int longest;

  private byte[] bytes = new byte[SMALL];
  private int start;
  private int end;
  private int looked;
  private int limit;
  private int depth;
  private boolean inString;
  private boolean escaped;

  JsonDocuments(InputStream in, Flushable beforeWaiting) {
    this(in, beforeWaiting, LONGEST);
  }

  JsonDocuments(InputStream in, Flushable beforeWaiting, int longest) {
    this.in = in;
    this.beforeWaiting = beforeWaiting;
    this.longest = longest;
  }

  /**
   * Goes to the next stretch; false behind the last one.
   *
   * @throws CliException if a document is too long
   */
  boolean next() throws IOException {
    start = end;
    do {
      while (looked < limit) {
        if (endsDocument(bytes[looked++])) {
          end = looked;
          return true;
        }
      }
    } while (more());
    end = limit;
    return end > start;
  }

  /** The bytes, valid until the next stretch is asked for. */
  byte[] bytes() {
    return bytes;
  }

  int start() {
    return start;
  }

  int end() {
    return end;
  }

  private boolean endsDocument(byte b) {
    if (inString) {
      inString = escaped || b != '"';
      escaped = !escaped && b == '\\';
      return false;
    }
    switch (b) {
      case '"' -> inString = true;
      case '{', '[' -> depth++;
      case '}', ']' -> depth = Math.max(0, depth - 1);
      default -> {}
    }
    return b == '\n' && depth == 0;
  }

  private boolean more() throws IOException {
    if (start > 0) {
      System.arraycopy(bytes, start, bytes, 0, limit - start);
      limit -= start;
      looked -= start;
      start = 0;
    } else if (limit == bytes.length) {
      if (limit >= longest) {
        throw new CliException(
            "a JSON document is longer than "
                + (longest >> 20)
                + " MiB or never ends; give one document a line, or leave --json out");
      }
      bytes = Arrays.copyOf(bytes, Math.min(longest, bytes.length * 2));
    }
    beforeWaiting.flush();
    int count = in.read(bytes, limit, bytes.length - limit);
    limit += Math.max(0, count);
    return count >= 0;
  }
}
