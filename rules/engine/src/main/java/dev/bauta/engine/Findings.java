package dev.bauta.engine;

import java.util.Arrays;
import java.util.List;

/**
 * Spans found in one text, as plain numbers: finding allocates nothing once the arrays are there.
 */
final class Findings {

  private static final int KEPT = 1024;

  private int[] starts = new int[16];
  private int[] ends = new int[16];
  private PiiType[] types = new PiiType[16];
  private String[] rules = new String[16];
  private int size;
  private long[] enabled;

  private boolean digitsRead;

  // Only while a text is explained: what was found or dropped, and why.
  private List<Candidate> trace;

  /** Forgets all. Only types of an index whose bit is set are taken from here on. */
  void clear(long[] enabledTypes) {
    enabled = enabledTypes;
    if (starts.length > KEPT) {
      starts = new int[16];
      ends = new int[16];
      types = new PiiType[16];
      rules = new String[16];
    }
    size = 0;
    digitsRead = false;
  }

  /**
   * Says that the value of a digit was asked for, and not only that it is one. A detector that the
   * {@link Scanner} forgets by shape has to say so before it does.
   */
  void readsDigits() {
    digitsRead = true;
  }

  /** Whether digits were read since the last call. */
  boolean digitsRead() {
    boolean read = digitsRead;
    digitsRead = false;
    return read;
  }

  int size() {
    return size;
  }

  int start(int i) {
    return starts[i];
  }

  int end(int i) {
    return ends[i];
  }

  PiiType type(int i) {
    return types[i];
  }

  boolean wants(PiiType type) {
    int index = type.index();
    return (enabled[index >>> 6] >>> index & 1) != 0;
  }

  /** The name of what found it, such as {@code card-luhn}; never null. */
  String rule(int i) {
    return rules[i];
  }

  /** Keeps what is found and dropped from here on, for {@link TextMasker#explain}. */
  void trace(List<Candidate> into) {
    trace = into;
  }

  /**
   * Says why something that looked like this type is none; costs nothing unless a text is
   * explained.
   *
   * @param start of its first character, without the line's padding
   * @param why a constant: no string may be made for it
   */
  void refuse(PiiType type, int start, int end, String rule, String why) {
    if (trace != null) {
      trace.add(new Candidate(type, start, end, rule, why));
    }
  }

  /**
   * Adds what is found.
   *
   * @param start of its first character, without the line's padding
   * @param rule the name of what found it, a constant
   */
  void add(PiiType type, int start, int end, String rule) {
    if (!wants(type)) {
      refuse(type, start, end, rule, "the rules leave this type out");
      return;
    }
    if (trace != null) {
      trace.add(new Candidate(type, start, end, rule, null));
    }
    if (size == starts.length) {
      starts = Arrays.copyOf(starts, size * 2);
      ends = Arrays.copyOf(ends, size * 2);
      types = Arrays.copyOf(types, size * 2);
      rules = Arrays.copyOf(rules, size * 2);
    }
    starts[size] = start;
    ends[size] = end;
    types[size] = type;
    rules[size++] = rule;
  }

  /**
   * Orders by start and leaves no overlap: of two spans that meet, the one that starts first stays,
   * of two that start together the longer. What is dropped lies inside what is hidden, or is cut
   * off where it reaches out, so no character of a finding is left to show.
   */
  void resolve() {
    sort();
    int kept = 0;
    for (int i = 0; i < size; i++) {
      if (kept > 0 && starts[i] < ends[kept - 1]) {
        ends[kept - 1] = Math.max(ends[kept - 1], ends[i]);
        continue;
      }
      starts[kept] = starts[i];
      ends[kept] = ends[i];
      types[kept] = types[i];
      rules[kept++] = rules[i];
    }
    size = kept;
  }

  // Detectors run one after the other, each from left to right: few, and nearly sorted. Past that,
  // a heap sort, because a hostile text must not cost the square of its findings.
  private void sort() {
    if (size > 64) {
      heapSort();
      return;
    }
    for (int i = 1; i < size; i++) {
      for (int j = i; j > 0 && before(j, j - 1); j--) {
        swap(j, j - 1);
      }
    }
  }

  private void heapSort() {
    for (int root = size / 2 - 1; root >= 0; root--) {
      sink(root, size);
    }
    for (int last = size - 1; last > 0; last--) {
      swap(0, last);
      sink(0, last);
    }
  }

  private void sink(int from, int limit) {
    int root = from;
    while (2 * root + 1 < limit) {
      int child = 2 * root + 1;
      if (child + 1 < limit && before(child, child + 1)) {
        child++;
      }
      if (!before(root, child)) {
        return;
      }
      swap(root, child);
      root = child;
    }
  }

  private boolean before(int a, int b) {
    if (starts[a] != starts[b]) {
      return starts[a] < starts[b];
    }
    boolean labelled = isLabelled(a);
    return labelled != isLabelled(b) ? labelled : ends[a] > ends[b];
  }

  /** What a value's own label says stands before what it looks like. */
  private boolean isLabelled(int i) {
    return types[i] == PiiType.SECRET || rules[i].equals("phone-label");
  }

  private void swap(int a, int b) {
    int start = starts[a];
    starts[a] = starts[b];
    starts[b] = start;
    int end = ends[a];
    ends[a] = ends[b];
    ends[b] = end;
    PiiType type = types[a];
    types[a] = types[b];
    types[b] = type;
    String rule = rules[a];
    rules[a] = rules[b];
    rules[b] = rule;
  }
}
