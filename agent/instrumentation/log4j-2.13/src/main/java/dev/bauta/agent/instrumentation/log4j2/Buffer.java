package dev.bauta.agent.instrumentation.log4j2;

/** Where a thread formats a message to look at it; kept, so that looking allocates nothing. */
final class Buffer {

  /** What a longer message needs is not kept. */
  private static final int KEPT = 16_384;

  private static final ThreadLocal<Buffer> BUFFERS =
      new ThreadLocal<>() {
        @Override
        protected Buffer initialValue() {
          return new Buffer();
        }
      };

  final StringBuilder text = new StringBuilder(512);
  private char[] chars = new char[512];
  private boolean busy;

  private Buffer() {}

  /** This thread's, or a new one where a message logs while it is formatted. */
  static Buffer take() {
    Buffer buffer = BUFFERS.get();
    if (buffer.busy) {
      buffer = new Buffer();
    }
    buffer.busy = true;
    return buffer;
  }

  void give() {
    if (text.capacity() > KEPT) {
      BUFFERS.remove();
    }
    text.setLength(0);
    busy = false;
  }

  /** The text, from 0 to its length. */
  char[] chars() {
    int length = text.length();
    if (chars.length < length) {
      chars = new char[text.capacity()];
    }
    text.getChars(0, length, chars, 0);
    return chars;
  }
}
