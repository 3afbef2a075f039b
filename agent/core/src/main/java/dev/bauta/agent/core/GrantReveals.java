package dev.bauta.agent.core;

import dev.bauta.agent.api.Sink;
import dev.bauta.agent.core.grants.GrantSettings;
import dev.bauta.agent.core.grants.Grants;
import dev.bauta.agent.core.grants.Masked;
import dev.bauta.engine.PiiType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** What the grant service allows. */
final class GrantReveals implements Reveals {

  private final Grants grants;

  /**
   * @param counters what was masked, to be told to the approvers of requests
   */
  GrantReveals(GrantSettings settings, Counters counters) {
    this.grants = new Grants(settings, () -> masked(counters));
  }

  // logs are never unmasked: nobody can ask for what is masked there
  private static List<Masked> masked(Counters counters) {
    List<Masked> all = new ArrayList<>();
    for (Counters.Count count : counters.maskedCounts()) {
      if (count.sink() != Sink.LOG) {
        all.add(new Masked(count.sink().id(), count.type().id(), count.adder().sum()));
      }
    }
    return all;
  }

  void start(Consumer<String> say) {
    grants.start(say);
  }

  @Override
  public boolean anyLive() {
    return grants.anyLive();
  }

  @Override
  public boolean reveal(String principal, Sink sink, PiiType type, String field, String subject) {
    return grants.reveal(principal, sink.id(), type, field, subject);
  }

  double leaseSeconds() {
    return grants.leaseSeconds();
  }

  double liveGrants() {
    return grants.liveGrants();
  }
}
