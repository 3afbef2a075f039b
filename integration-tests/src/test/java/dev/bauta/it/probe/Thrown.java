package dev.bauta.it.probe;

/** An exception with personal data wherever an exception can have it. */
final class Thrown {

  private Thrown() {}

  /** Uses the channels {@code throwable}, {@code cause}, {@code deep} and {@code suppressed}. */
  static Throwable chain() {
    Throwable deep = new IllegalStateException("deep " + text("deep"));
    Throwable cause = new IllegalArgumentException("cause " + text("cause"), deep);
    Throwable thrown = new IllegalStateException("thrown " + text("throwable"), cause);
    thrown.addSuppressed(new IllegalStateException("suppressed " + text("suppressed")));
    return thrown;
  }

  private static String text(String channel) {
    return new Canary(channel).text();
  }
}
