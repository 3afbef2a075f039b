package dev.bauta.service.app;

import dev.bauta.service.access.Actions;
import dev.bauta.service.access.Actor;
import dev.bauta.service.access.AuditEvent;
import dev.bauta.service.access.PolicyInForce;
import dev.bauta.service.store.JdbiStore;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes a changed policy file into use. One that is wrong is told, and changes nothing. A policy is
 * recorded before it holds; where it cannot be, it does not. Run by one thread.
 */
final class PolicyWatch {
  private static final Logger LOG = LoggerFactory.getLogger(PolicyWatch.class);

  private final PolicyFile file;
  private final PolicyInForce inForce;
  private final JdbiStore store;
  private final Clock clock;
  private String seen;
  private volatile List<String> faults = List.of();

  /**
   * @param seen the text that the policy in force was read from
   */
  PolicyWatch(PolicyFile file, PolicyInForce inForce, JdbiStore store, Clock clock, String seen) {
    this.file = file;
    this.inForce = inForce;
    this.store = store;
    this.clock = clock;
    this.seen = seen;
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
      return;
    }
    try {
      take(file.read(text));
      tell(List.of());
    } catch (ConfigException e) {
      tell(e.faults());
    }
    seen = text;
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
          tx.append(AuditEvent.about(clock.instant(), Actions.POLICY, Actor.service(), details));
          return null;
        });
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
