package dev.bauta.engine;

/**
 * A text with some of it replaced. The bytes of an ASCII line are at hand and are copied in runs;
 * where the line is not ASCII, or a replacement is not Latin-1, characters are. Used by one thread
 * at a time.
 */
final class MaskedText {

  private static final int USUAL = 1024;

  // Room that any replacement may need, so that most texts need no second look at it.
  private static final int ROOM = 64;

  private byte[] bytes = new byte[USUAL];
  private StringBuilder characters;
  private String text;
  private byte[] source;
  private int size;
  private int shown;

  /**
   * Begins a text.
   *
   * @param ascii its characters as bytes from {@link Line#PAD} on, or null where it is not ASCII
   */
  void begin(String original, byte[] ascii) {
    text = original;
    source = ascii;
    characters = null;
    size = 0;
    shown = 0;
  }

  /** Puts this in the place of what is between two indices; from left to right. */
  void replace(int start, int end, String replacement) {
    if (source == null || !isLatin1(replacement)) {
      change();
    }
    if (characters != null) {
      characters.append(text, shown, start).append(replacement);
    } else {
      copyTo(start, replacement.length());
      put(replacement);
    }
    shown = end;
  }

  /** The whole text; the one it began with where nothing was replaced. */
  String end() {
    String whole = shown == 0 ? text : whole();
    text = null;
    source = null;
    characters = null;
    if (bytes.length > USUAL) {
      bytes = new byte[USUAL];
    }
    return whole;
  }

  private String whole() {
    if (characters != null) {
      return characters.append(text, shown, text.length()).toString();
    }
    copyTo(text.length(), 0);
    return latin1();
  }

  private void copyTo(int end, int more) {
    int length = end - shown;
    if (size + length + more > bytes.length) {
      grow(size + length + more);
    }
    System.arraycopy(source, Line.PAD + shown, bytes, size, length);
    size += length;
  }

  private void grow(int needed) {
    byte[] larger = new byte[Math.max(needed + ROOM, text.length() + text.length() / 8)];
    System.arraycopy(bytes, 0, larger, 0, size);
    bytes = larger;
  }

  /** From here on in characters. */
  private void change() {
    if (characters == null) {
      characters = new StringBuilder(text.length() + ROOM).append(latin1());
      source = null;
    }
  }

  @SuppressWarnings("deprecation") // the one call that copies the bytes as they are
  private void put(String latin1) {
    int length = latin1.length();
    latin1.getBytes(0, length, bytes, size);
    size += length;
  }

  @SuppressWarnings("deprecation") // as above
  private String latin1() {
    return new String(bytes, 0, 0, size);
  }

  private static boolean isLatin1(String replacement) {
    int all = 0;
    for (int i = 0; i < replacement.length(); i++) {
      all |= replacement.charAt(i);
    }
    return all <= 0xFF;
  }
}
