package dev.bauta.agent.instrumentation.executors;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The viewers of tasks of fork and join that wait to be run. Such a task is queued once at a time,
 * so the object itself tells which submission is meant. Tasks that are never run are forgotten with
 * the task. Thread-safe; empty while nobody forks, and then it costs one look.
 */
final class ForkedTasks {

  private final ConcurrentMap<Object, Object> viewers = new ConcurrentHashMap<>();
  private final ReferenceQueue<Object> gone = new ReferenceQueue<>();

  /**
   * Never less than there are. The map's own count will not do: it is a sum of parts read one after
   * the other, and at times 0 while tasks come and go (16 of a billion looks, measured).
   */
  private final AtomicInteger atMost = new AtomicInteger();

  /** Notes who forks the task; null for nobody, who may fork what somebody forked before. */
  void put(Object task, Object viewer) {
    if (viewer == null) {
      take(task);
      return;
    }
    for (Reference<?> one = gone.poll(); one != null; one = gone.poll()) {
      forgotten(viewers.remove(one));
    }
    atMost.incrementAndGet(); // before it is there
    forgotten(viewers.put(new Kept(task, gone), viewer));
  }

  /** Who forked the task, once; null for nobody. */
  Object take(Object task) {
    return isEmpty() ? null : forgotten(viewers.remove(new Sought(task)));
  }

  private Object forgotten(Object viewer) {
    if (viewer != null) {
      atMost.decrementAndGet();
    }
    return viewer;
  }

  boolean isEmpty() {
    return atMost.get() == 0;
  }

  private static final class Kept extends WeakReference<Object> {
    private final int hash;

    Kept(Object task, ReferenceQueue<Object> queue) {
      super(task, queue);
      this.hash = System.identityHashCode(task);
    }

    @Override
    public boolean equals(Object other) {
      if (this == other) {
        return true;
      }
      Object task = get();
      return task != null && other instanceof Kept kept && kept.refersTo(task);
    }

    @Override
    public int hashCode() {
      return hash;
    }
  }

  private record Sought(Object task) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Kept kept && kept.refersTo(task);
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(task);
    }
  }
}
