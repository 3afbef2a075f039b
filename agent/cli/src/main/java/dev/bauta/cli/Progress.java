package dev.bauta.cli;

import java.io.PrintStream;
import java.util.Locale;

/** Tells who waits at a terminal how far a long file has come; silent for all others. */
final class Progress {

  private static final int LINES_A_LOOK = 4096;
  private static final long FIRST = 1_500_000_000L;
  private static final long NEXT = 500_000_000L;

  /** Says nothing. */
  static final Progress NONE = new Progress(null, "", null, false);

  private final PrintStream err;
  private final String name;
  private final Inputs.Input in;
  private final boolean shown;
  private long due;
  private boolean dirty;

  Progress(Streams streams, String name, Inputs.Input in) {
    this(streams.err(), name, in, streams.terminal());
  }

  private Progress(PrintStream err, String name, Inputs.Input in, boolean shown) {
    this.err = err;
    this.name = name;
    this.in = in;
    this.shown = shown;
    this.due = System.nanoTime() + FIRST;
  }

  void at(long line, long found) {
    if (!shown || line % LINES_A_LOOK != 0 || System.nanoTime() - due < 0) {
      return;
    }
    due = System.nanoTime() + NEXT;
    dirty = true;
    String of =
        in.size() > 0
            ? String.format(Locale.ROOT, "%d %% of %s", in.taken() * 100 / in.size(), size())
            : String.format(Locale.ROOT, "%,d MB", in.taken() >> 20);
    err.printf(Locale.ROOT, "\r%s: %s, line %,d, %,d found ", name, of, line, found);
    err.flush();
  }

  /** Wipes the line. */
  void end() {
    if (dirty) {
      err.print("\r\u001b[K");
      err.flush();
    }
  }

  private String size() {
    return String.format(Locale.ROOT, "%,d MB", Math.max(1, in.size() >> 20));
  }
}
