package dev.bauta.agent.api;

import java.util.Arrays;
import org.objectweb.asm.ClassReader;

/**
 * Which classes to rewrite, and how. A class is named exactly, or recognised by a constant in its
 * constant pool, or named by a rule; the second and third in application classes only.
 *
 * @param className the internal name ({@code ch/qos/logback/classic/spi/LoggingEvent}), or null
 * @param constant a UTF-8 constant that only classes of interest hold, or null
 * @param rewrite what to do
 * @param implemented whether the constant is an interface that the class itself must name as its
 *     own
 * @param ofOrigins whether it is needed only while rules say which JSON is meant
 * @param code the methods whose code the rewrite looks at, or null for all of them
 */
public record ClassHook(
    String className,
    String constant,
    boolean implemented,
    boolean ofOrigins,
    Rewrite rewrite,
    CodeFilter code) {

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
    return new ClassHook(className, null, false, false, rewrite, null);
  }

  /** A hook for every application class whose members a rule names. */
  public static ClassHook ruled(Rewrite rewrite) {
    return new ClassHook(null, null, false, false, rewrite, null);
  }

  /** A hook for every application class whose constant pool holds this text. */
  public static ClassHook mentioning(String constant, Rewrite rewrite) {
    return new ClassHook(null, constant, false, false, rewrite, null);
  }

  /** A hook for every application class that names this interface among its own. */
  public static ClassHook implementing(String interfaceName, Rewrite rewrite) {
    return new ClassHook(null, interfaceName, true, false, rewrite, null);
  }

  /** A hook for every application class whose JSON a rule is for. */
  public static ClassHook calling(Rewrite rewrite) {
    return new ClassHook(null, null, false, true, rewrite, null);
  }

  /** As {@link #named}, needed only while rules say which JSON is meant. */
  public static ClassHook ofOrigins(String className, Rewrite rewrite) {
    return new ClassHook(className, null, false, true, rewrite, null);
  }

  /** Whether a class that holds the constant is meant. */
  public boolean means(byte[] classFile) {
    return !implemented
        || Arrays.asList(new ClassReader(classFile).getInterfaces()).contains(constant);
  }

  /** The same hook, which looks at the code of these methods only; null is all of them. */
  public ClassHook readingOnly(CodeFilter filter) {
    return new ClassHook(className, constant, implemented, ofOrigins, rewrite, filter);
  }
}
