package dev.bauta.agent.instrumentation.executors;

/**
 * A task with the viewer who handed it over. In the queue of a pool it is another object than the
 * task; the pool takes it apart before anybody else sees it.
 */
record CarriedTask(Hand hand, Object viewer, Runnable task) implements Runnable {

  @Override
  public void run() {
    Object[] place = hand.place();
    Object before = place[0];
    place[0] = viewer;
    try {
      task.run();
    } finally {
      place[0] = before; // calls nothing, so it holds even where the stack is used up
    }
  }

  /** Two submissions of one task are two. */
  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }

  @Override
  public String toString() {
    return task.toString();
  }
}
