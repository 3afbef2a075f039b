package dev.bauta.agent.core.tracked;

/** Replaces the tracked values of one text. */
public final class TrackedText {

  /** What becomes of a value that was found. */
  @FunctionalInterface
  public interface Hiding {

    /**
     * The visible form.
     *
     * @param type the index of its PII type
     * @return the value itself where it may be seen
     */
    String hide(int type, String value);
  }

  /** What may stand between two values that are hidden as one. */
  private static final int BETWEEN = 2;

  private final TrackedValues values;

  public TrackedText(TrackedValues values) {
    this.values = values;
  }

  /** The text with its values hidden; the same instance where there is none. */
  public String mask(String text, Hiding hiding) {
    long found = values.find(text, 0);
    return found == TrackedValues.NONE ? text : masked(text, found, hiding);
  }

  /** Whether some value is in it. */
  public boolean finds(char[] chars, int from, int to) {
    return values.finds(chars, from, to);
  }

  private String masked(String text, long first, Hiding hiding) {
    StringBuilder masked = new StringBuilder(text.length() + 16);
    int copied = 0;
    long found = first;
    while (found != TrackedValues.NONE) {
      int start = TrackedValues.start(found);
      int end = TrackedValues.end(found);
      int type = TrackedValues.type(found);
      long next = values.find(text, end);
      while (next != TrackedValues.NONE
          && TrackedValues.type(next) == type
          && TrackedValues.start(next) - end <= BETWEEN) { // the parts of one name
        end = TrackedValues.end(next);
        next = values.find(text, end);
      }
      masked.append(text, copied, start).append(hiding.hide(type, text.substring(start, end)));
      copied = end;
      found = next;
    }
    String all = masked.append(text, copied, text.length()).toString();
    return all.equals(text) ? text : all;
  }
}
