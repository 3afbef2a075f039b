package dev.bauta.engine;

/**
 * What looking at one text takes, kept per thread: the line, what is found in it, and what becomes
 * of it. Another one is made where a masker or a disclosure comes back with another text.
 */
final class Scratch {

  private static final ThreadLocal<Scratch> PER_THREAD = new PerThread();

  final Line line = new Line();
  final Findings findings = new Findings();
  final Scanner scanner = new Scanner(line, findings);
  final LineSteps steps = new LineSteps();
  final MaskedText out = new MaskedText();

  /** Whether the line is all ASCII; known when it was looked at. */
  boolean ascii;

  private boolean busy;

  /** One that nobody uses, until it is given back. */
  static Scratch take() {
    Scratch scratch = PER_THREAD.get();
    if (scratch.busy) {
      scratch = new Scratch();
    }
    scratch.busy = true;
    return scratch;
  }

  /** Gives it back, and the memory of an unusually long text. */
  void give() {
    line.release();
    busy = false;
  }

  private static final class PerThread extends ThreadLocal<Scratch> {
    @Override
    protected Scratch initialValue() {
      return new Scratch();
    }
  }
}
