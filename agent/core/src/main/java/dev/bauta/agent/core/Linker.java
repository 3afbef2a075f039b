package dev.bauta.agent.core;

import dev.bauta.agent.api.Instrumentation;
import dev.bauta.agent.api.Masking;
import dev.bauta.agent.api.Viewers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Links each instrumentation when the first of its classes is rewritten, or, where that was at
 * build time, when the first of its hooks is asked for: most applications have few of the
 * libraries, and the functions of all of them cost every start. Safe for any number of threads; it
 * loads classes of the agent and the JDK only.
 */
final class Linker implements Function<String, Object> {

  private final LinkTable links;
  private final Masking masking;
  private final Viewers viewers;
  private final List<Instrumentation> instrumentations;
  private final Wake wake;
  private final Set<Instrumentation> linked = Collections.newSetFromMap(new IdentityHashMap<>());
  private List<Instrumentation> leftOut;

  /**
   * @param instrumentations those in use
   * @param wake told when a hook of woven code was linked
   */
  Linker(
      LinkTable links,
      Masking masking,
      Viewers viewers,
      List<Instrumentation> instrumentations,
      Wake wake) {
    this.links = links;
    this.masking = masking;
    this.viewers = viewers;
    this.instrumentations = instrumentations;
    this.wake = wake;
  }

  /** Comes back when the owners of these hooks are linked; one that failed is tried again. */
  synchronized void link(List<HookIndex.Entry> hooks) {
    for (HookIndex.Entry hook : hooks) {
      link(hook.owner());
    }
  }

  private void link(Instrumentation owner) {
    if (!linked.contains(owner)) {
      links.registering(owner.sink());
      owner.link(links, masking, viewers);
      linked.add(owner);
    }
  }

  /** Those of which a class was rewritten here, or a woven one has asked for a hook. */
  synchronized List<Instrumentation> linked() {
    return List.copyOf(linked);
  }

  /**
   * The function of a hook, called once for each call site.
   *
   * @throws IllegalStateException for a hook that this version of the agent does not have
   */
  @Override
  public Object apply(String hook) {
    if (!links.has(hook)) {
      linkOwnerOf(hook);
    }
    return links.apply(hook);
  }

  /** What was woven asks for hooks of libraries whose sink is off here, too. */
  private synchronized void linkOwnerOf(String hook) {
    if (linkOne(hook, instrumentations, true)
        || linkOne(hook, instrumentations, false)
        || linkOne(hook, leftOut(), false)) {
      wake.up();
    }
  }

  private List<Instrumentation> leftOut() {
    if (leftOut != null) {
      return leftOut;
    }
    List<Instrumentation> others = new ArrayList<>();
    for (Instrumentation one : AgentStart.instrumentations()) {
      if (instrumentations.stream().noneMatch(used -> used.getClass() == one.getClass())) {
        others.add(one);
      }
    }
    leftOut = others;
    return others;
  }

  /**
   * @param named only those that the hook's name begins with, which spares the others
   */
  private boolean linkOne(String hook, List<Instrumentation> from, boolean named) {
    for (Instrumentation one : from) {
      if (!links.has(hook) && (!named || isNamedAfter(hook, one))) {
        try {
          link(one);
        } catch (RuntimeException | LinkageError failure) {
          masking.failed(failure); // one whose library's JDK modules are not in this runtime
        }
      }
    }
    return links.has(hook);
  }

  private static boolean isNamedAfter(String hook, Instrumentation one) {
    String library = hook.substring(0, Math.max(0, hook.indexOf('.')));
    return one.name().replace("-", "").startsWith(library.replace("-", ""));
  }
}
