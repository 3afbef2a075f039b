package dev.bauta.cli;

import java.io.Flushable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Cuts a stream of bytes into lines, and lines that are too long into pieces, in constant memory. A
 * line ends with LF or CR LF. Used by one thread.
 *
 * <p>A line longer than the longest piece comes as several: {@link #endsLine} is true for the last
 * one, which may be empty.
 */
final class LineSource {

  /** Bytes of the longest piece. */
  static final int LONGEST = 1 << 19;

  private static final int SMALL = 1 << 16;

  private final InputStream in;
  private final Flushable beforeWaiting;
  private final int longest;

  private byte[] bytes;
  private int limit;
  private int start;
  private int end;
  private int next;
  private boolean endsLine = true;
  private long line;
  private long total;
  private boolean finished;

  /**
   * @param beforeWaiting flushed before each read, so that whoever types sees an answer
   */
  LineSource(InputStream in, Flushable beforeWaiting) {
    this(in, beforeWaiting, LONGEST);
  }

  LineSource(InputStream in, Flushable beforeWaiting, int longest) {
    this.in = in;
    this.beforeWaiting = beforeWaiting;
    this.longest = longest;
    this.bytes = new byte[Math.min(SMALL, longest)];
  }

  /** Goes to the next piece; false behind the last one. */
  boolean next() throws IOException {
    boolean within = !endsLine;
    start = next;
    int searched = start;
    while (true) {
      int feed = indexOf(searched);
      if (feed >= 0) {
        take(within, feed > start && bytes[feed - 1] == '\r' ? feed - 1 : feed, feed + 1, true);
        return true;
      }
      searched = limit;
      if (limit - start == longest) {
        int cut = TextCodec.wholeCharacters(bytes, start, limit);
        cut = cut == start ? limit : cut;
        cut -= bytes[cut - 1] == '\r' && cut - start > 1 ? 1 : 0; // the half of a line's end
        take(within, cut, cut, false);
        return true;
      }
      searched -= makeRoom();
      if (!read()) {
        boolean any = within || limit > start;
        take(within, limit, limit, true);
        line -= any || within ? 0 : 1;
        return any;
      }
    }
  }

  /** The bytes, valid until the next piece is asked for. */
  byte[] bytes() {
    return bytes;
  }

  /** Of the piece's first byte. */
  int start() {
    return start;
  }

  /** Behind the piece's last byte, before the line's end. */
  int end() {
    return end;
  }

  /** Behind the line's end, where there is one. */
  int behind() {
    return next;
  }

  /** Whether the line ends behind this piece. */
  boolean endsLine() {
    return endsLine;
  }

  /** The number of the line, from 1. */
  long line() {
    return line;
  }

  /** Bytes read until now. */
  long total() {
    return total;
  }

  private void take(boolean within, int contentEnd, int behind, boolean whole) {
    end = contentEnd;
    next = behind;
    endsLine = whole;
    line += within ? 0 : 1;
  }

  private int indexOf(int from) {
    byte[] b = bytes;
    for (int i = from; i < limit; i++) {
      if (b[i] == '\n') {
        return i;
      }
    }
    return -1;
  }

  /** Moves the piece to the front, or takes more memory; how far it was moved. */
  private int makeRoom() {
    int moved = start;
    if (moved > 0) {
      System.arraycopy(bytes, start, bytes, 0, limit - start);
      limit -= moved;
      start = 0;
    } else if (limit == bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.min(longest, bytes.length * 2));
    }
    return moved;
  }

  private boolean read() throws IOException {
    if (finished) {
      return false;
    }
    beforeWaiting.flush();
    int count = in.read(bytes, limit, bytes.length - limit);
    if (count < 0) {
      finished = true;
      return false;
    }
    limit += count;
    total += count;
    return true;
  }
}
