package dev.bauta.agent.api;

import java.util.function.BooleanSupplier;

/**
 * Whether a sink's values reach the application as they are: then they may be kept where others
 * find them. A failure says that they do not.
 *
 * @param sink of which to say so
 */
public record Unmasked(Masking masking, Sink sink) implements BooleanSupplier {

  @Override
  public boolean getAsBoolean() {
    try {
      return masking.observes(sink);
    } catch (Throwable failure) {
      masking.failed(failure);
      return false;
    }
  }
}
