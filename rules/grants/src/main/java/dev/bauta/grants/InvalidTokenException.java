package dev.bauta.grants;

/** A token that is not to be believed. The message names the fault, never the token's content. */
public final class InvalidTokenException extends Exception {

  private static final long serialVersionUID = 1;

  /** With the fault, such as {@code "wrong signature"}. */
  public InvalidTokenException(String fault) {
    super(fault);
  }
}
