package dev.bauta.agent.instrumentation.jdbc;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Objects by identity, held weakly. Safe for any number of threads; looking up takes no lock. */
final class WeakSet {

  private final Set<Entry> entries = ConcurrentHashMap.newKeySet();
  private final ReferenceQueue<Object> gone = new ReferenceQueue<>();

  void add(Object object) {
    for (Reference<?> entry = gone.poll(); entry != null; entry = gone.poll()) {
      entries.remove(entry);
    }
    entries.add(new Entry(object, gone));
  }

  boolean contains(Object object) {
    return !entries.isEmpty() && entries.contains(new Entry(object, null));
  }

  private static final class Entry extends WeakReference<Object> {
    private final int hash;

    Entry(Object object, ReferenceQueue<Object> gone) {
      super(object, gone);
      this.hash = System.identityHashCode(object);
    }

    @Override
    public int hashCode() {
      return hash;
    }

    @Override
    public boolean equals(Object other) {
      if (this == other) {
        return true;
      }
      Object object = get();
      return object != null && other instanceof Entry entry && entry.refersTo(object);
    }
  }
}
