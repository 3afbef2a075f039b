package dev.bauta.service.store;

import dev.bauta.grants.Scope;
import dev.bauta.service.access.MaskedCount;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The table of what was masked lately. */
final class MaskedRows {
  private static final long STEP_SECONDS = 300;
  private static final Duration KEPT = Duration.ofHours(2);

  private MaskedRows() {}

  private static long step(Instant at) {
    return Math.floorDiv(at.getEpochSecond(), STEP_SECONDS);
  }

  static int[] add(
      Handle handle, String service, String environment, List<MaskedCount> counts, Instant at) {
    handle
        .createUpdate("delete from masked_count where step < :old")
        .bind("old", step(at.minus(KEPT)))
        .execute();
    PreparedBatch batch =
        handle.prepareBatch(
            "insert into masked_count (service, environment, step, sink, pii_type, total)"
                + " values (:service, :environment, :step, :sink, :type, :count)"
                + " on conflict (service, environment, step, sink, pii_type) do update set total = masked_count.total + excluded.total");
    for (MaskedCount count : counts)
      batch
          .bind("service", service)
          .bind("environment", environment)
          .bind("step", step(at))
          .bind("sink", count.sink())
          .bind("type", count.type())
          .bind("count", count.count())
          .add();
    return batch.execute();
  }

  static SortedMap<String, Long> since(Handle handle, Scope scope, Instant since) {
    SortedMap<String, Long> found = new TreeMap<>();
    if (scope.sinks().isEmpty() || scope.types().isEmpty()) return found;
    handle
        .createQuery(
            "select pii_type, sum(total) as total from masked_count where service = :service and environment = :environment"
                + " and step >= :since and sink in (<sinks>) and pii_type in (<types>) group by pii_type")
        .bind("service", scope.service())
        .bind("environment", scope.environment())
        .bind("since", step(since))
        .bindList("sinks", List.copyOf(scope.sinks()))
        .bindList("types", List.copyOf(scope.types()))
        .map((row, context) -> found.put(row.getString("pii_type"), row.getLong("total")))
        .list();
    return found;
  }
}
