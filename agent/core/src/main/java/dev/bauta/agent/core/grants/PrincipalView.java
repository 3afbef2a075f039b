package dev.bauta.agent.core.grants;

import dev.bauta.engine.PiiType;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/**
 * One principal's grants in one table, made ready for checks: a bit for each sink and type that any
 * of them opens, then the grants themselves. Immutable.
 */
final class PrincipalView {

  private final LiveGrant[] grants;
  private final Map<String, BitSet> typesBySink = new HashMap<>();

  /**
   * @param grants those of this principal, in the order of the table
   */
  PrincipalView(LiveGrant[] grants) {
    this.grants = grants;
    for (LiveGrant live : grants) {
      for (String sink : live.grant().scope().sinks()) {
        BitSet types = typesBySink.computeIfAbsent(sink, s -> new BitSet());
        live.grant().scope().types().forEach(type -> types.set(PiiType.of(type).index()));
      }
    }
  }

  /** Whether it is worth asking the grants: most values a viewer meets are of other types. */
  boolean mayOpen(String sink, PiiType type) {
    BitSet types = typesBySink.get(sink);
    return types != null && types.get(type.index());
  }

  /**
   * The grant that opens this value now and has a reveal left, which is taken; or null. Each grant
   * is asked by itself: two that open half of it each open nothing.
   */
  LiveGrant use(String sink, PiiType type, String field, String subject, long now) {
    for (LiveGrant live : grants) {
      if (live.runs(now)
          && live.grant().scope().covers(sink, type.id(), field, subject)
          && live.take()) {
        return live;
      }
    }
    return null;
  }
}
