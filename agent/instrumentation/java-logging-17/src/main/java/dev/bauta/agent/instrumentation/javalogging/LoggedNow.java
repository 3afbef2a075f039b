package dev.bauta.agent.instrumentation.javalogging;

import java.util.function.Supplier;

/**
 * Which record a logger is handing to its handlers: it is masked already. The place of the running
 * thread is an array of one, the same one for the thread's life.
 */
final class LoggedNow implements Supplier<Object> {

  /** The place of a thread that cannot have one, as its stack is used up; what is in it is lost. */
  private static final Object[] LOST = new Object[1];

  @SuppressWarnings("ThreadLocalUsage") // there is one of this for each agent, and it stays
  private final ThreadLocal<Object[]> places = new Places();

  @Override
  public Object get() {
    try {
      return places.get();
    } catch (Throwable failure) {
      return LOST;
    }
  }

  /** Whether this very record is being handed out by this thread. */
  boolean is(Object logRecord) {
    return places.get()[0] == logRecord;
  }

  private static final class Places extends ThreadLocal<Object[]> {
    @Override
    protected Object[] initialValue() {
      return new Object[1];
    }
  }
}
