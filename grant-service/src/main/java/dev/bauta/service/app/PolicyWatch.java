package dev.bauta.service.app;

import dev.bauta.service.access.Actions;
import dev.bauta.service.access.Actor;
import dev.bauta.service.access.AuditEvent;
import dev.bauta.service.access.Directory;
import dev.bauta.service.access.PolicyChange;
import dev.bauta.service.access.PolicyInForce;
import dev.bauta.service.access.Role;
import dev.bauta.service.store.JdbiStore;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes a changed policy file into use. One that is wrong is told, and changes nothing. A policy is
 * recorded before it holds; where it cannot be, it does not. Where people have to agree to changes,
 * it waits for them, also over a restart. Run by one thread.
 */
final class PolicyWatch {
  private static final Logger LOG = LoggerFactory.getLogger(PolicyWatch.class);

  private final PolicyFile file;
  private final PolicyInForce inForce;
  private final JdbiStore store;
  private final Clock clock;
  private final Directory directory;
  private String seen;
  private Optional<PolicyFile.Read> waiting = Optional.empty();
  private volatile List<String> faults = List.of();

  private PolicyWatch(
      PolicyFile file,
      PolicyInForce inForce,
      JdbiStore store,
      Directory directory,
      Clock clock,
      String seen) {
    this.file = file;
    this.inForce = inForce;
    this.store = store;
    this.directory = directory;
    this.clock = clock;
    this.seen = seen;
  }

  /**
   * Puts the file into force, or, where people have to agree to it first, what held last.
   *
   * @throws ConfigException if what held last cannot be read any more
   */
  static PolicyWatch start(
      PolicyFile file, PolicyInForce inForce, JdbiStore store, Directory directory, Clock clock) {
    PolicyFile.Read now = file.read();
    Optional<String> held = store.policyText();
    PolicyFile.Read first = now;
    if (file.approvals() > 0 && held.isPresent() && !held.get().equals(now.text())) {
      first = file.read(held.get());
      LOG.warn("the policy's file has changed: what held last holds until people agree");
    }
    PolicyFile.Read holds = first;
    store.inTransaction(
        tx -> {
          tx.remember(holds.policy().version(), holds.text(), clock.instant());
          if (!held.equals(Optional.of(holds.text())))
            tx.policyHolds(id(holds.text()), holds.text(), clock.instant());
          return null;
        });
    inForce.replace(holds.policy());
    PolicyWatch watch = new PolicyWatch(file, inForce, store, directory, clock, holds.text());
    watch.look();
    return watch;
  }

  private static String id(String text) {
    return TokenHash.of(text);
  }

  /** What is wrong with the file as it is now; empty where it holds. */
  List<String> faults() {
    return faults;
  }

  void look() {
    String text;
    try {
      text = file.text();
    } catch (ConfigException e) {
      tell(e.faults());
      return;
    }
    if (text.equals(seen)) {
      waiting.ifPresent(this::lookAgain);
      return;
    }
    waiting = Optional.empty();
    try {
      PolicyFile.Read read = file.read(text);
      if (file.approvals() == 0 || text.equals(store.policyText().orElse(""))) take(read);
      else propose(read);
      tell(List.of());
    } catch (ConfigException e) {
      tell(e.faults());
    }
    seen = text;
  }

  private void lookAgain(PolicyFile.Read read) {
    if (isAgreedTo(read)) take(read);
    // another policy came into force, and with it nothing waited any more
    else if (store.policyChanges().stream().noneMatch(c -> c.id().equals(id(read.text()))))
      propose(read);
  }

  private void propose(PolicyFile.Read read) {
    PolicyChange change = new PolicyChange(id(read.text()), read.text(), clock.instant(), Set.of());
    Map<String, String> details =
        new TreeMap<>(Map.of("change", change.id(), "policy", read.policy().version()));
    store.inTransaction(
        tx -> {
          // another instance may have seen it first
          if (tx.propose(change))
            tx.append(
                AuditEvent.about(
                    clock.instant(), Actions.POLICY_PROPOSED, Actor.service(), details));
          return null;
        });
    waiting = Optional.of(read);
    LOG.warn(
        "the policy's file has changed; {} administrators have to agree to it: {}",
        file.approvals(),
        change.id());
  }

  // another instance may have taken it already
  private boolean isAgreedTo(PolicyFile.Read read) {
    if (store.policyText().filter(read.text()::equals).isPresent()) return true;
    String id = id(read.text());
    return store.policyChanges().stream()
        .filter(change -> change.id().equals(id))
        .anyMatch(change -> administrators(change.approvedBy()) >= file.approvals());
  }

  private long administrators(Set<String> names) {
    return names.stream()
        .filter(name -> directory.person(name).filter(p -> p.has(Role.ADMIN)).isPresent())
        .count();
  }

  private void take(PolicyFile.Read read) {
    String before = inForce.get().version();
    String now = read.policy().version();
    Map<String, String> details = new TreeMap<>();
    details.put("policy", now);
    details.put("before", before);
    store.inTransaction(
        tx -> {
          tx.remember(now, read.text(), clock.instant());
          tx.policyHolds(id(read.text()), read.text(), clock.instant());
          tx.append(AuditEvent.about(clock.instant(), Actions.POLICY, Actor.service(), details));
          return null;
        });
    waiting = Optional.empty();
    inForce.replace(read.policy());
    LOG.info("policy {} is in force, in place of {}", now, before);
  }

  private void tell(List<String> found) {
    if (!found.equals(faults)) {
      found.forEach(fault -> LOG.error("the policy in force stays: {}", fault));
    }
    faults = found;
  }
}
