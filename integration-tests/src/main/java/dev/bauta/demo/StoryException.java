package dev.bauta.demo;

/** A step that did not show what it should; the message says which and what was seen instead. */
public final class StoryException extends RuntimeException {

  private static final long serialVersionUID = 1;

  public StoryException(String message) {
    super(message);
  }

  public StoryException(String message, Throwable cause) {
    super(message, cause);
  }
}
