package dev.bauta.agent.api;

/**
 * Which JSON the running thread writes. Whoever puts an origin into the thread's place puts back
 * what was there, without a call ({@link ClassEditor#bracket}); so origins nest, and the innermost
 * of its kind counts. No method throws; without rules for origins nothing is made.
 */
public interface Origins {

  /** Where this thread's origin stands: an array of one, the same one for the thread's life. */
  Object[] place();

  /**
   * What to put there while JSON goes this way.
   *
   * @param name {@code server}, {@code client}, {@code message} or {@code cache}
   */
  Object traffic(String name);

  /**
   * What to put there while a method of this class runs.
   *
   * @param className with dots or slashes
   */
  Object caller(String className);

  /**
   * What to put there while a document is written.
   *
   * @param mapper what {@link #made} was told of, or null
   * @param value the document's value, or null
   */
  Object document(Object mapper, Object value);

  /**
   * Remembers who made a mapper, where a rule asks for that. It is not kept from being collected.
   *
   * @param mapper the mapper, or the part of it that its documents can be asked for
   * @param type the mapper's class
   */
  void made(Object mapper, Class<?> type);
}
