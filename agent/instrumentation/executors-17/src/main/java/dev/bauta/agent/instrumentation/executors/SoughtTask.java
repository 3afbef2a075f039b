package dev.bauta.agent.instrumentation.executors;

/**
 * Stands for a task while a queue is looked through for it: equal to the task, and to whatever
 * carries it. Queues ask the object that they look for.
 */
record SoughtTask(Runnable task) implements Runnable {

  @Override
  public void run() {
    task.run();
  }

  @Override
  public boolean equals(Object queued) {
    return task.equals(queued instanceof CarriedTask carried ? carried.task() : queued);
  }

  @Override
  public int hashCode() {
    return task.hashCode();
  }
}
