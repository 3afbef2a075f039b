package dev.bauta.agent.instrumentation.json;

import dev.bauta.agent.api.JsonPlace;
import java.util.Arrays;

/** Follows the places of JSON text that the application wrote itself. Used once. */
final class PathWalk {

  private JsonPlace[] open = new JsonPlace[8];
  private boolean[] isArray = new boolean[8];
  private int depth;
  private JsonPlace here;

  /**
   * @param start the place of the text as a whole
   */
  PathWalk(JsonPlace start) {
    here = start;
  }

  /** The place of the value that comes next. */
  JsonPlace here() {
    return here;
  }

  /** A member's name was met. */
  void key(String name) {
    if (depth > 0) {
      here = open[depth - 1].member(name);
    }
  }

  /** What stands between strings was met: brackets and commas count. */
  void punctuation(String raw, int from, int to) {
    for (int i = from; i < to; i++) {
      switch (raw.charAt(i)) {
        case '{' -> open(false);
        case '[' -> open(true);
        case '}', ']' -> close();
        case ',' -> next();
        default -> {} // a colon, blanks, numbers and words
      }
    }
  }

  private void open(boolean array) {
    if (depth == open.length) {
      open = Arrays.copyOf(open, 2 * depth);
      isArray = Arrays.copyOf(isArray, 2 * depth);
    }
    open[depth] = here;
    isArray[depth] = array;
    depth++;
    next();
  }

  private void close() {
    if (depth > 0) {
      here = open[--depth];
    }
  }

  private void next() {
    if (depth > 0) {
      here = isArray[depth - 1] ? open[depth - 1].element() : open[depth - 1];
    }
  }
}
