package dev.bauta.service.access;

import dev.bauta.grants.Scope;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** A request's scope as details of an audit event; the subject is personal and stays out. */
final class ScopeDetails {
  private ScopeDetails() {}

  static Map<String, String> of(AccessRequest request) {
    Scope scope = request.scope();
    Map<String, String> details = new TreeMap<>();
    details.put("service", scope.service());
    details.put("environment", scope.environment());
    details.put("sinks", String.join(",", new TreeSet<>(scope.sinks())));
    details.put("types", String.join(",", new TreeSet<>(scope.types())));
    details.put(
        "fields",
        scope.fields().isAny() ? "*" : String.join(",", new TreeSet<>(scope.fields().names())));
    details.put("boundToSubject", Boolean.toString(scope.subject().isPresent()));
    details.put("minutes", Long.toString(request.duration().toMinutes()));
    details.put("maxReveals", Long.toString(request.maxReveals()));
    details.put("policy", request.policyVersion());
    request.window().ifPresent(w -> details.put("from", w.from().toString()));
    request.window().ifPresent(w -> details.put("until", w.until().toString()));
    return details;
  }
}
