package dev.bauta.agent.api;

import java.util.function.Supplier;

/** Who is looking: the principal of the running thread. Nobody on the thread sees nothing. */
public interface Viewers {

  /**
   * Puts a principal on this thread until {@link #leave()}; calls nest.
   *
   * @param name asked at most once, and only when a grant is live; may return null for nobody
   */
  void enter(Supplier<String> name);

  /** As {@link #enter(Supplier)}, with the data subject whose values are being handled. */
  void enter(Supplier<String> name, String subject);

  /**
   * Until {@link #unmute()}, nobody is looking: what is written now is for a log, which others
   * read. Calls nest; nothing is allocated.
   */
  void mute();

  /** Ends the last {@link #mute()} of this thread. */
  void unmute();

  /** Takes the last principal off this thread again. Does nothing where there is none. */
  void leave();
}
