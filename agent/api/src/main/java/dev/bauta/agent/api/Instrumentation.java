package dev.bauta.agent.api;

import java.util.List;

/**
 * One library's hooks. Implementations are found through {@link java.util.ServiceLoader}, have a
 * public constructor without arguments, and touch no class of the library itself: that library
 * belongs to the application and may be there several times, in several class loaders.
 */
public interface Instrumentation {

  /** The folder's name: the library and the lowest version, such as {@code logback-1.2}. */
  String name();

  /** The sink that these hooks protect, or null where they protect none (a principal's source). */
  Sink sink();

  /** Whether these hooks are used only where an option asks for them. */
  default boolean isOptional() {
    return false;
  }

  /**
   * Whether these hooks matter only where somebody may ever be shown something: without a grant
   * service they are not used, and cost nothing.
   */
  default boolean isForViewers() {
    return false;
  }

  /** The classes to rewrite. Called once, at start. */
  List<ClassHook> hooks();

  /**
   * Whether the hooks for {@link ClassHook#ruled ruled} classes are for this application class too,
   * as a class met before tells. Called inside the loading of every application class.
   *
   * @param className with dots or slashes
   */
  default boolean alsoRewrites(String className) {
    return false;
  }

  /**
   * Registers the functions that rewritten code calls. Called once, before the first of the classes
   * is rewritten, by the thread that loads it: like a rewrite, it must not load, look up or log
   * anything of the application's.
   */
  void link(Links links, Masking masking, Viewers viewers);

  /**
   * Sends a canary through the library and returns what the library would show, so that the agent
   * can prove the sink. Called after start, off the application's threads.
   *
   * @param hooked a rewritten class of the library, which gives the loader to work in
   * @param canary personal data made up for this purpose
   * @return the text shown, or null where the library cannot be tried without side effects
   * @throws ReflectiveOperationException where the library has another shape than expected
   */
  default String showCanary(Class<?> hooked, String canary) throws ReflectiveOperationException {
    return null;
  }
}
