package dev.bauta.service.access;

/** There is no such request or grant. */
public final class UnknownRequestException extends RefusedException {
  UnknownRequestException(String message) {
    super("unknown-request", message);
  }
}
