package dev.bauta.grants;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What a grant opens. Every component narrows; an empty set of sinks or types opens nothing.
 *
 * @param service the application's name
 * @param environment where it runs
 * @param sinks {@code json}, {@code jdbc}
 * @param types PII type ids
 * @param fields columns or keys
 * @param subject the one data subject whose values are meant; empty for all
 */
public record Scope(
    String service,
    String environment,
    Set<String> sinks,
    Set<String> types,
    Selection fields,
    Optional<String> subject) {

  /** Copies the sets. */
  public Scope {
    Objects.requireNonNull(service);
    Objects.requireNonNull(environment);
    Objects.requireNonNull(fields);
    Objects.requireNonNull(subject);
    sinks = Set.copyOf(sinks);
    types = Set.copyOf(types);
  }

  /**
   * Whether a value is covered.
   *
   * @param field its column or key, or null where that is not known: a grant for certain fields
   *     does not cover it then
   * @param ofSubject its data subject, or null where that is not known: a grant for one subject
   *     does not cover it then
   */
  public boolean covers(String sink, String type, String field, String ofSubject) {
    return sinks.contains(sink)
        && types.contains(type)
        && fields.contains(field)
        && (subject.isEmpty() || subject.get().equals(ofSubject));
  }

  /** Whether this opens nothing that {@code wider} does not. */
  public boolean narrows(Scope wider) {
    return service.equals(wider.service)
        && environment.equals(wider.environment)
        && wider.sinks.containsAll(sinks)
        && wider.types.containsAll(types)
        && fields.narrows(wider.fields)
        && (wider.subject.isEmpty() || subject.equals(wider.subject));
  }
}
