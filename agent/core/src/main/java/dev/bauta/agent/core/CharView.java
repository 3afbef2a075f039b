package dev.bauta.agent.core;

/** Characters of an array, shown as a text without copying them. Used by one thread. */
final class CharView implements CharSequence {

  private char[] chars;
  private int from;
  private int length;

  void show(char[] shown, int begin, int end) {
    chars = shown;
    from = begin;
    length = end - begin;
  }

  @Override
  public int length() {
    return length;
  }

  @Override
  public char charAt(int index) {
    return chars[from + index];
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return new String(chars, from + start, end - start);
  }

  @Override
  public String toString() {
    return new String(chars, from, length);
  }
}
