package dev.bauta.agent.api;

import java.util.function.Supplier;

/**
 * Who is looking: the principal of the running thread. Nobody on the thread sees nothing. Whoever
 * puts a viewer into the thread's place puts back what was there, without a call ({@link
 * ClassEditor#bracket}).
 */
public interface Viewers {

  /**
   * Where this thread's viewer stands: the first of an array, the same one for the thread's life;
   * null inside means nobody.
   */
  Object[] place();

  /**
   * A principal above the viewer of this thread, of the same data subject; calls nest.
   *
   * @param name asked at most once, and only when a grant is live; may return null for nobody
   */
  Object viewer(Supplier<String> name);

  /**
   * Whoever is looking already, at the data of this subject.
   *
   * @param subject null where it is not known
   */
  Object about(String subject);

  /** Where else principals come from; never null. */
  default ViewerSources sources() {
    return ViewerSources.NONE;
  }

  /**
   * What the logging context of this thread says who is looking: it counts where nobody else says
   * so, until it is told otherwise.
   *
   * @param principal null for nobody
   */
  void named(String principal);

  /**
   * A security framework says who is looking on this thread, above whoever was there; instead of
   * what it said before.
   *
   * @param name asked each time, as the answer may change; null where the framework says nothing
   *     any more, and then whoever was there before is back
   */
  void context(Supplier<String> name);

  /** Whether there may be somebody on this thread. Asks nobody, locks and allocates nothing. */
  boolean isAnybody();

  /**
   * This thread's viewer as another thread may have it in its place: the name is settled here,
   * because what gives it (a request, say) belongs to this thread and may be somebody else's soon.
   *
   * @return null for nobody, and while nothing can be shown to anybody
   */
  Object carried();

  /**
   * A viewer who is nobody: while it stands in the place, what is written is for others to read.
   * Always the same one; never null.
   */
  Object nobody();
}
