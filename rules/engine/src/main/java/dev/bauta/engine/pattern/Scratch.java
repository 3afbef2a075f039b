package dev.bauta.engine.pattern;

/** A text that is searched, and what the search wrote down of it. One a thread. */
final class Scratch {

  // Memory for a longer text is given back.
  private static final int KEPT = 1 << 16;
  private static final ThreadLocal<Scratch> PER_THREAD = new ScratchPerThread();

  byte[] bytes;
  int from;
  int to;

  /** The class of the byte before the text, or that of the edge. */
  int left;

  /** For each place in the text, the step of the automaton that came from the right. */
  int[] labels = new int[1024];

  /** The same within one match. */
  int[] inner = new int[0];

  /** How many bytes walks from the left looked at; only tests ask. */
  long walked;

  private boolean busy;

  private Scratch() {}

  static Scratch take(byte[] bytes, int from, int to, int left) {
    Scratch scratch = PER_THREAD.get();
    if (scratch.busy) {
      scratch = new Scratch(); // who took a match searches on his own
    }
    scratch.busy = true;
    scratch.bytes = bytes;
    scratch.from = from;
    scratch.to = to;
    scratch.left = left;
    scratch.walked = 0;
    scratch.labels = room(scratch.labels, to - from + 1);
    return scratch;
  }

  static long lastWalked() {
    return PER_THREAD.get().walked;
  }

  void reserveInner(int size) {
    inner = room(inner, size);
  }

  /** The class of the byte behind a place. */
  int at(int place, ByteClasses byteClasses) {
    return place == to ? byteClasses.edge() : byteClasses.classes[bytes[place] & 0xFF] & 0xFF;
  }

  /** The class of the byte before a place. */
  int before(int place, ByteClasses byteClasses) {
    return place == from ? left : byteClasses.classes[bytes[place - 1] & 0xFF] & 0xFF;
  }

  void release() {
    labels = labels.length > KEPT ? new int[1024] : labels;
    inner = inner.length > KEPT ? new int[0] : inner;
    bytes = null;
    busy = false;
  }

  private static int[] room(int[] array, int size) {
    return array.length >= size ? array : new int[Math.max(size, Math.min(2 * size, KEPT))];
  }

  private static final class ScratchPerThread extends ThreadLocal<Scratch> {
    @Override
    protected Scratch initialValue() {
      return new Scratch();
    }
  }
}
