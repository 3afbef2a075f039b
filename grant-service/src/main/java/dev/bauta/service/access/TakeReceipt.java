package dev.bauta.service.access;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An agent tells which grants it applies and how many values it has shown. Taking the same receipt
 * twice counts once; a missing number is recorded; a grant whose budget is spent, over all agents,
 * ends. One audit record a receipt that has counts. Thread-safe.
 */
public final class TakeReceipt {
  private static final Position NOTHING = new Position(0, 0);

  private final Store store;
  private final Clock clock;

  public TakeReceipt(Store store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  public void take(Receipt receipt) {
    store.inTransaction(
        tx -> {
          take(tx, receipt);
          return null;
        });
  }

  private void take(Tx tx, Receipt receipt) {
    Instant now = clock.instant();
    Actor agent = new Actor(receipt.agent(), java.util.Set.of(), "agent", "");
    Optional<AgentRecord> before =
        tx.agent(receipt.agent(), receipt.service(), receipt.environment());
    if (!tx.remember(receipt, now)) return;
    long last = before.map(AgentRecord::lastNumber).orElse(0L);
    Position newest = tx.position(receipt.service(), receipt.environment());
    Position told = credible(receipt.applied(), newest);
    Position known = before.map(AgentRecord::applied).orElse(NOTHING);
    Position applied = told.compareTo(known) > 0 ? told : known;
    tx.save(
        new AgentRecord(
            receipt.agent(),
            receipt.service(),
            receipt.environment(),
            applied,
            Math.max(last, receipt.number()),
            now));
    if (receipt.number() > last + 1) {
      tx.append(
          AuditEvent.about(
              now,
              Actions.GAP,
              agent,
              Map.of("from", Long.toString(last + 1), "to", Long.toString(receipt.number() - 1))));
    }
    activate(tx, receipt, told, agent, now);
    count(tx, receipt, agent, now);
  }

  // an agent cannot have applied what was never issued
  private static Position credible(Position told, Position newest) {
    if (told.epoch() != newest.epoch()) return NOTHING;
    return told.compareTo(newest) > 0 ? newest : told;
  }

  private static void activate(Tx tx, Receipt receipt, Position told, Actor agent, Instant now) {
    for (GrantRecord grant : tx.liveAt(receipt.service(), receipt.environment(), told.version())) {
      AccessRequest request = tx.request(grant.request()).orElseThrow();
      if (request.state() != RequestState.APPROVED) continue;
      AccessRequest after = request.activate();
      tx.replace(request, after);
      tx.append(AuditEvent.done(now, Actions.ACTIVE, agent, after, Map.of()));
      tx.enqueue(new Notice(request.id(), Notice.Kind.ACTIVE, now));
    }
  }

  private static void count(Tx tx, Receipt receipt, Actor agent, Instant now) {
    if (receipt.counts().isEmpty()) return;
    Map<String, String> details = new TreeMap<>();
    details.put("number", Long.toString(receipt.number()));
    List<Receipt.Count> unknown =
        receipt.counts().stream().filter(c -> !belongs(tx, c, receipt)).toList();
    for (Receipt.Count count : receipt.counts()) {
      if (unknown.contains(count)) continue;
      long sum = tx.addReveals(count.grant(), count);
      details.merge(
          count.grant() + " " + count.sink() + " " + count.type() + " " + count.field(),
          Long.toString(count.count()),
          (a, b) -> Long.toString(Long.parseLong(a) + Long.parseLong(b)));
      endIfSpent(tx, count.grant(), sum, now);
    }
    tx.append(AuditEvent.about(now, Actions.REVEALED, agent, details));
    if (!unknown.isEmpty()) {
      tx.append(
          AuditEvent.about(
              now,
              Actions.UNKNOWN_GRANT,
              agent,
              Map.of("counts", Integer.toString(unknown.size()))));
    }
  }

  private static boolean belongs(Tx tx, Receipt.Count count, Receipt receipt) {
    return tx.grant(count.grant())
        .map(g -> g.grant().scope())
        .filter(
            s ->
                s.service().equals(receipt.service())
                    && s.environment().equals(receipt.environment()))
        .isPresent();
  }

  private static void endIfSpent(Tx tx, String grant, long sum, Instant now) {
    GrantRecord record = tx.grant(grant).orElseThrow();
    if (sum < record.grant().maxReveals()) return;
    AccessRequest request = tx.request(record.request()).orElseThrow();
    if (request.state().live())
      Ending.end(tx, request, "all " + record.grant().maxReveals() + " reveals used", now);
  }
}
