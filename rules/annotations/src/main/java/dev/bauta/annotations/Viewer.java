package dev.bauta.annotations;

import java.util.concurrent.Callable;

/**
 * Tells the agent who is looking, where the application knows it better than the servlet request
 * does: a message consumer, a job, a desktop. While the code runs, the named person's grants count
 * on this thread and in the work it hands to executors, not in threads that it starts by itself;
 * calls nest, and the last one counts. Without the agent the code just runs.
 *
 * <p>The agent believes what it is told: call this only with a name that the application has
 * authenticated.
 *
 * <p>All methods are safe for any number of threads. They cost a small object each.
 */
@SuppressWarnings("UnusedVariable") // the agent takes the first argument of each method
public final class Viewer {

  private Viewer() {}

  /**
   * Runs code for a person.
   *
   * @param principal the name by which grants know the person; null for nobody, who sees nothing
   *     raw
   * @param code runs once, on this thread
   * @return what the code returns
   * @throws Exception what the code throws
   */
  public static <T> T call(String principal, Callable<T> code) throws Exception {
    return code.call();
  }

  /**
   * As {@link #call}, for code without a result.
   *
   * @param principal the name by which grants know the person; null for nobody, who sees nothing
   *     raw
   * @param code runs once, on this thread
   */
  public static void run(String principal, Runnable code) {
    code.run();
  }

  /**
   * Runs code that handles one person's data, for whoever is looking already. Only here does a
   * grant count that was given for this data subject alone.
   *
   * @param subject the data subject as requests for a grant name it, such as a customer number;
   *     null where it is not known
   * @param code runs once, on this thread
   * @return what the code returns
   * @throws Exception what the code throws
   */
  public static <T> T about(String subject, Callable<T> code) throws Exception {
    return code.call();
  }
}
