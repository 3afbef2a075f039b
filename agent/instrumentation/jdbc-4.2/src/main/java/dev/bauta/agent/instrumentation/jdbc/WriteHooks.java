package dev.bauta.agent.instrumentation.jdbc;

import dev.bauta.agent.api.Given;
import dev.bauta.agent.api.Links;
import dev.bauta.agent.api.Masking;
import java.io.Reader;
import java.util.function.BiFunction;

/**
 * What stands between a masked value and the database: the object that was read is replaced by its
 * raw value, a copy of it is refused. Safe for any number of threads. Costs a look-up by identity
 * and one by content for a text, nothing before the first value was masked.
 */
final class WriteHooks {

  private final Masking masking;

  WriteHooks(Masking masking) {
    this.masking = masking;
  }

  void register(Links links) {
    links.unguarded(Hook.BIND, new Bind());
    masking.given().watch();
  }

  /** What is stored instead of a value that is bound, or the complaint to throw. */
  private Object bound(Object parameter, Object value) {
    if (Masking.MASKED.equals(value)) { // what a failure of ours shows; nobody else writes it
      return Refusal.ofCopy(parameter, new Given.Origin(null, null));
    }
    Given given = masking.given();
    if (given.isEmpty() && !(value instanceof Wrapped)) {
      return value;
    }
    if (value instanceof Wrapped wrapped) {
      Object whole = wrapped.whole();
      return whole != null ? whole : Refusal.ofRest(parameter);
    }
    Object raw = given.standsFor(value);
    if (!Same.instance(raw, value)) {
      return raw;
    }
    if (value instanceof Reader reader && !(value instanceof GuardedReader)) {
      return new GuardedReader(reader, parameter, given);
    }
    Given.Origin origin = given.copyOf(value);
    return origin == null ? value : Refusal.ofCopy(parameter, origin);
  }

  private final class Bind implements BiFunction<Object, Object, Object> {
    @Override
    public Object apply(Object parameter, Object value) {
      if (value == null || value instanceof Number || value instanceof Boolean) {
        return value;
      }
      Object bound;
      try {
        bound = bound(parameter, value);
      } catch (Throwable failure) { // an error of ours must not break the application
        masking.failed(failure);
        return value;
      }
      if (bound instanceof Refusal refusal) {
        throw WriteHooks.<RuntimeException>unchecked(refusal.exception());
      }
      return bound;
    }
  }

  /** The rewritten method declares {@code SQLException}; the interface in between cannot. */
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <T extends Throwable> T unchecked(Throwable thrown) throws T {
    throw (T) thrown;
  }
}
