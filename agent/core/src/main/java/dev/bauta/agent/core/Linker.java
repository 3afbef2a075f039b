package dev.bauta.agent.core;

import dev.bauta.agent.api.Instrumentation;
import dev.bauta.agent.api.Masking;
import dev.bauta.agent.api.Viewers;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * Links each instrumentation when the first of its classes is rewritten: most applications have few
 * of the libraries, and the functions of all of them cost every start. Safe for any number of
 * threads; it loads classes of the agent and the JDK only.
 */
final class Linker {

  private final LinkTable links;
  private final Masking masking;
  private final Viewers viewers;
  private final Set<Instrumentation> linked = Collections.newSetFromMap(new IdentityHashMap<>());

  Linker(LinkTable links, Masking masking, Viewers viewers) {
    this.links = links;
    this.masking = masking;
    this.viewers = viewers;
  }

  /** Comes back when the owners of these hooks are linked; one that failed is tried again. */
  synchronized void link(List<HookIndex.Entry> hooks) {
    for (HookIndex.Entry hook : hooks) {
      if (!linked.contains(hook.owner())) {
        links.registering(hook.owner().sink());
        hook.owner().link(links, masking, viewers);
        linked.add(hook.owner());
      }
    }
  }
}
