package dev.bauta.agent.api.log;

import dev.bauta.agent.api.Masking;
import dev.bauta.agent.api.Sink;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Objects;
import java.util.Set;

/**
 * Throwables with personal data in a message of theirs, of a cause's or of a suppressed one's
 * become copies that print the same but for what is hidden, of the same class where that can be.
 * Others stay the same object. Thread-safe.
 */
public final class Throwables {

  private static final Throwable[] NONE = {};

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
    Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    if (!isToBeHidden(logger, thrown, seen)) {
      return thrown;
    }
    IdentityHashMap<Throwable, Throwable> copies = new IdentityHashMap<>();
    copy(logger, thrown, copies);
    return copies.get(thrown);
  }

  /**
   * As {@link #hide(String, Throwable)}, but the throwable itself where one of the copies would be
   * of another class: for events whose renderers hide the words once more.
   *
   * @param logger may be null
   */
  public Throwable hideInSameClass(String logger, Throwable thrown) {
    Throwable copy = hide(logger, thrown);
    Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    return copy == thrown || !hasOtherClass(copy, seen) ? copy : thrown;
  }

  private static boolean hasOtherClass(Throwable copy, Set<Throwable> seen) {
    boolean other = copy instanceof MaskedThrowable;
    seen.add(copy);
    Throwable cause = copy.getCause();
    if (!other && cause != null && !seen.contains(cause)) {
      other = hasOtherClass(cause, seen);
    }
    for (Throwable suppressed : copy.getSuppressed()) {
      other |= !seen.contains(suppressed) && hasOtherClass(suppressed, seen);
    }
    return other;
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

  /** Whether anything in the graph is to be hidden; stops at the first. */
  private boolean isToBeHidden(String logger, Throwable thrown, Set<Throwable> seen) {
    seen.add(thrown);
    boolean hidden = isHidden(logger, thrown);
    Throwable cause = thrown.getCause();
    if (!hidden && cause != null && !seen.contains(cause)) {
      hidden = isToBeHidden(logger, cause, seen);
    }
    for (Throwable suppressed : hidden ? NONE : thrown.getSuppressed()) {
      hidden |= !seen.contains(suppressed) && isToBeHidden(logger, suppressed, seen);
    }
    return hidden;
  }

  private boolean isHidden(String logger, Throwable thrown) {
    try {
      String message = thrown.getMessage();
      String localized = thrown.getLocalizedMessage();
      String text = thrown.toString();
      return !Objects.equals(mask(logger, text), text)
          || !Objects.equals(mask(logger, message), message)
          || !Objects.equals(mask(logger, localized), localized);
    } catch (Throwable failure) { // its own methods failed: then we show none of its words
      if (!masking.observes(Sink.LOG)) {
        return true; // counted where it is copied
      }
      masking.failed(failure);
      return false;
    }
  }

  /** Copies the graph once, cycles included. */
  private void copy(String logger, Throwable thrown, IdentityHashMap<Throwable, Throwable> copies) {
    Throwable copy = copy(logger, thrown);
    copies.put(thrown, copy);
    Throwable cause = thrown.getCause();
    if (cause != null) {
      if (!copies.containsKey(cause)) {
        copy(logger, cause, copies);
      }
      becauseOf(copy, copies.get(cause));
    }
    for (Throwable suppressed : thrown.getSuppressed()) {
      if (!copies.containsKey(suppressed)) {
        copy(logger, suppressed, copies);
      }
      copy.addSuppressed(copies.get(suppressed));
    }
  }

  /** One throwable without those behind it. */
  private Throwable copy(String logger, Throwable thrown) {
    try {
      String message = mask(logger, thrown.getMessage());
      String localized = mask(logger, thrown.getLocalizedMessage());
      String text = mask(logger, thrown.toString());
      Throwable twin = ThrowableTwin.of(thrown, message);
      return twin != null && says(twin, message, localized, text)
          ? twin
          : new MaskedThrowable(message, localized, text, thrown.getStackTrace());
    } catch (Throwable failure) {
      masking.failed(failure);
      return new MaskedThrowable(
          Masking.MASKED, Masking.MASKED, shown(thrown), thrown.getStackTrace());
    }
  }

  private static void becauseOf(Throwable copy, Throwable cause) {
    if (copy instanceof MaskedThrowable masked) {
      masked.becauseOf(cause);
    } else {
      ThrowableTwin.becauseOf(copy, cause);
    }
  }

  /** Whether a copy says what it should: its class may make its words of its own fields. */
  private static boolean says(Throwable twin, String message, String localized, String text) {
    try {
      return Objects.equals(twin.getMessage(), message)
          && Objects.equals(twin.getLocalizedMessage(), localized)
          && Objects.equals(twin.toString(), text);
    } catch (Throwable fieldsMissing) {
      return false;
    }
  }

  private String mask(String logger, String text) {
    return masking.text(Sink.LOG, logger, text);
  }

  private static String shown(Throwable thrown) {
    return thrown.getClass().getName() + ": " + Masking.MASKED;
  }
}
