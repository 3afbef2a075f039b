package dev.bauta.agent.api.log;

import dev.bauta.agent.api.Masking;
import dev.bauta.agent.api.Sink;
import java.util.IdentityHashMap;
import java.util.Objects;

/**
 * Throwables with personal data in a message of theirs, of a cause's or of a suppressed one's
 * become copies that print the same but for what is hidden. Others stay the same object.
 * Thread-safe.
 */
public final class Throwables {

  private final Masking masking;

  /** Throwables whose words are masked so. */
  public Throwables(Masking masking) {
    this.masking = masking;
  }

  /** The throwable itself when nothing in its whole graph is to be hidden. */
  public Throwable hide(Throwable thrown) {
    return hide(null, thrown);
  }

  /**
   * The throwable itself when nothing in its whole graph is to be hidden.
   *
   * @param logger may be null
   */
  public Throwable hide(String logger, Throwable thrown) {
    IdentityHashMap<Throwable, MaskedThrowable> copies = new IdentityHashMap<>();
    return copy(logger, thrown, copies) ? copies.get(thrown) : thrown;
  }

  /** A copy that shows nothing but class names and stack traces. */
  public static Throwable masked(Throwable thrown) {
    try {
      return new MaskedThrowable(
          Masking.MASKED, Masking.MASKED, shown(thrown), thrown.getStackTrace());
    } catch (Throwable failure) {
      return null;
    }
  }

  /**
   * Copies the graph once, cycles included.
   *
   * @return whether anything in it was hidden
   */
  private boolean copy(
      String logger, Throwable thrown, IdentityHashMap<Throwable, MaskedThrowable> copies) {
    MaskedThrowable copy;
    boolean hidden;
    try {
      String message = thrown.getMessage();
      String localized = thrown.getLocalizedMessage();
      String text = thrown.toString();
      copy =
          new MaskedThrowable(
              mask(logger, message), mask(logger, localized), mask(logger, text), null);
      hidden =
          !Objects.equals(copy.getMessage(), message)
              || !Objects.equals(copy.getLocalizedMessage(), localized)
              || !Objects.equals(copy.toString(), text);
    } catch (Throwable failure) { // its own methods failed: then we show none of its words
      masking.failed(failure);
      hidden = !masking.observes(Sink.LOG);
      copy = new MaskedThrowable(Masking.MASKED, Masking.MASKED, shown(thrown), null);
    }
    copies.put(thrown, copy);
    copy.setStackTrace(thrown.getStackTrace());
    boolean hiddenBelow = copyRelatives(logger, thrown, copy, copies); // whatever was found here
    return hidden || hiddenBelow;
  }

  private boolean copyRelatives(
      String logger,
      Throwable thrown,
      MaskedThrowable copy,
      IdentityHashMap<Throwable, MaskedThrowable> copies) {
    boolean hidden = false;
    Throwable cause = thrown.getCause();
    if (cause != null) {
      hidden = !copies.containsKey(cause) && copy(logger, cause, copies);
      copy.becauseOf(copies.get(cause));
    }
    for (Throwable suppressed : thrown.getSuppressed()) {
      hidden |= !copies.containsKey(suppressed) && copy(logger, suppressed, copies);
      copy.addSuppressed(copies.get(suppressed));
    }
    return hidden;
  }

  private String mask(String logger, String text) {
    return masking.text(Sink.LOG, logger, text);
  }

  private static String shown(Throwable thrown) {
    return thrown.getClass().getName() + ": " + Masking.MASKED;
  }
}
