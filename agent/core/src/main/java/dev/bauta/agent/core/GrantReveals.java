package dev.bauta.agent.core;

import dev.bauta.agent.api.Sink;
import dev.bauta.agent.core.grants.GrantSettings;
import dev.bauta.agent.core.grants.Grants;
import dev.bauta.engine.PiiType;
import java.util.function.Consumer;

/** What the grant service allows. */
final class GrantReveals implements Reveals {

  private final Grants grants;

  GrantReveals(GrantSettings settings) {
    this.grants = new Grants(settings);
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
