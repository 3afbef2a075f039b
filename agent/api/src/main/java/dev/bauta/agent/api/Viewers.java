package dev.bauta.agent.api;

import java.util.function.Supplier;

/**
 * Who is looking: the principal of the running thread. Nobody on the thread sees nothing. Whoever
 * puts a viewer into the thread's place puts back what was there, without a call ({@link
 * ClassEditor#bracket}).
 */
public interface Viewers {

  /**
   * Where this thread's viewer stands: an array of one, the same one for the thread's life; null
   * inside means nobody.
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

  /**
   * A viewer who is nobody: while it stands in the place, what is written is for others to read.
   * Always the same one; never null.
   */
  Object nobody();
}
