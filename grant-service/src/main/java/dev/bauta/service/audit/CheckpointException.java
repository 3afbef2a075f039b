package dev.bauta.service.audit;

/** A checkpoint that is no checkpoint of this log: damaged, or signed by another key. */
public final class CheckpointException extends RuntimeException {
  CheckpointException(String message) {
    super(message);
  }

  CheckpointException(String message, Throwable cause) {
    super(message, cause);
  }
}
