package dev.bauta.agent.api;

/**
 * Which classes to rewrite, and how. A class is named exactly, or recognised by a constant in its
 * constant pool, or named by a rule for members; the second and third in application classes only.
 *
 * @param className the internal name ({@code ch/qos/logback/classic/spi/LoggingEvent}), or null
 * @param constant a UTF-8 constant that only classes of interest hold, or null
 * @param rewrite what to do
 * @param code the methods whose code the rewrite looks at, or null for all of them
 */
public record ClassHook(String className, String constant, Rewrite rewrite, CodeFilter code) {

  /** Changes one class. */
  @FunctionalInterface
  public interface Rewrite {

    /**
     * Runs inside the class loading of the application: it must not load, look up or log anything
     * of the application's.
     */
    void apply(ClassEditor editor);
  }

  /** A hook for the class of exactly this internal name. */
  public static ClassHook named(String className, Rewrite rewrite) {
    return new ClassHook(className, null, rewrite, null);
  }

  /** A hook for every application class whose members a rule names. */
  public static ClassHook ruled(Rewrite rewrite) {
    return new ClassHook(null, null, rewrite, null);
  }

  /** A hook for every application class whose constant pool holds this text. */
  public static ClassHook mentioning(String constant, Rewrite rewrite) {
    return new ClassHook(null, constant, rewrite, null);
  }

  /** The same hook, which looks at the code of these methods only; null is all of them. */
  public ClassHook readingOnly(CodeFilter filter) {
    return new ClassHook(className, constant, rewrite, filter);
  }
}
