package dev.bauta.service.access;

/** An approver may narrow a request, never widen it. */
public final class WideningException extends RefusedException {
  WideningException(String message) {
    super("widening", message);
  }
}
