package dev.bauta.agent.core;

/** Whether a class of the application's was loaded yet, so that its main is about to run. */
final class ApplicationSighting {

  private final ClassLoader systemLoader = ClassLoader.getSystemClassLoader();
  private volatile boolean seen;

  void saw(ClassLoader loader) {
    if (!seen && loader == systemLoader) {
      seen = true;
    }
  }

  boolean seen() {
    return seen;
  }
}
