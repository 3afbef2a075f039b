package dev.bauta.agent.api;

/**
 * What a hook asks of the agent. Safe for any number of threads; no method throws, whatever a rule,
 * detector or masker does: a failure hides the value.
 */
public interface Masking {

  /** What a value becomes when the agent itself fails. */
  String MASKED = "[MASKED]";

  /**
   * Masks what is found inside free text.
   *
   * @param sink where the text is going
   * @param field the column, key or logger it belongs to, or null
   * @param text the text, or null
   * @return the same instance when there is nothing to hide (then nothing is allocated)
   */
  String text(Sink sink, String field, String text);

  /**
   * As {@link #text(Sink, String, String)}, for text that is no string yet.
   *
   * @param text not changed
   * @param from where it begins
   * @param to behind its last character
   * @return the masked text, or null when there is nothing to hide (then nothing is allocated for
   *     ASCII)
   */
  default String text(Sink sink, String field, char[] text, int from, int to) {
    String string = new String(text, from, to - from);
    String masked = text(sink, field, string);
    return masked.equals(string) ? null : masked;
  }

  /**
   * As {@link #text(Sink, String, String)}, for any object as a logger or serialiser would print
   * it: strings and other character sequences, numbers long enough to be personal, and every other
   * object by its {@code toString()}. Throwables are returned as they are.
   *
   * @return the same object when there is nothing to hide, else its masked text
   */
  Object printed(Sink sink, String field, Object value);

  /** The rule for a column, or null. Asked once per column of a result set. */
  Place column(String table, String label);

  /** The rule for a JSON property, MDC or log key, or null. Cheap enough for every property. */
  Place key(Sink sink, String key);

  /** The rule for a key of the logging context (MDC), or null. As cheap as {@link #key}. */
  default Place contextKey(String key) {
    return key(Sink.LOG, key);
  }

  /**
   * As {@link #key} for a key that a logger writes, with the rules for that logger.
   *
   * @param logger its name, or null
   */
  default Place logKey(String logger, String key) {
    return key(Sink.LOG, key);
  }

  /**
   * As {@link #contextKey(String)} for what a logger writes, with the rules for that logger.
   *
   * @param logger its name, or null
   */
  default Place contextKey(String logger, String key) {
    return contextKey(key);
  }

  /** Whether rules for loggers are in use; without any, a logger's name changes nothing. */
  default boolean hasLoggerRules() {
    return false;
  }

  /**
   * The root of a JSON document, or null while no rule is for a place in JSON. Cheap enough for
   * every value; asked for each time, because rules may change.
   */
  default JsonPlace jsonRoot() {
    return null;
  }

  /**
   * Whether a rule for members may be for this class. Looks at every such rule.
   *
   * @param className as {@link Class#getName} gives it, or with slashes
   */
  default boolean namesClass(String className) {
    return false;
  }

  /**
   * The rule that names a member of a class, or null; rules for keys are not asked. Looks at every
   * rule for members: keep the answer. Numbers of such a member are hidden, too.
   *
   * @param className as {@link Class#getName} gives it, or with slashes
   */
  default Place member(Sink sink, String className, String member) {
    return null;
  }

  /** Goes up whenever rules that hold members of classes have come into use; 0 at the start. */
  default int memberRulesChanges() {
    return 0;
  }

  /** Whether rules say which JSON is meant; without any, no class is rewritten for that. */
  default boolean hasOriginRules() {
    return false;
  }

  /**
   * Whether a rule is for the JSON that this class writes. Looks at every such rule.
   *
   * @param className as {@link Class#getName} gives it, or with slashes
   */
  default boolean namesCaller(String className) {
    return false;
  }

  /** Which JSON the running thread writes; never null. */
  default Origins origins() {
    return NoOrigins.INSTANCE;
  }

  /**
   * The decision for an annotated member; never null.
   *
   * @param sink where its values are going
   * @param type the annotation's value, empty for untyped personal data
   * @param field the member's name
   */
  Place annotated(Sink sink, String type, String field);

  /**
   * Whether this very string was revealed to this thread's principal a moment ago by an earlier
   * stage (an annotated member, say), so that a later stage does not mask it again.
   */
  boolean alreadyRevealed(String text);

  /**
   * Whether values of this sink are only looked at: whatever a hook meets, a failure of its own
   * included, what the application writes stays as it is.
   */
  default boolean observes(Sink sink) {
    return false;
  }

  /**
   * Whether a text of this sink that {@link #text} gives back as it is has nothing to hide from
   * anybody, so that a hook may remember it for as long as the rules stay: nothing is left as it is
   * because of who looks, or because nobody hides anything at the moment.
   */
  default boolean sameForAll(Sink sink) {
    return false;
  }

  /** What takes the place of a value that could not be masked; the value where that is observed. */
  default Object instead(Sink sink, Object value) {
    return observes(sink) ? value : MASKED;
  }

  /** The name by which to hand in the texts of a column: with its table where that is reported. */
  default String columnName(String table, String label) {
    return label;
  }

  /** Whether values of marked places are looked for in free text. */
  default boolean tracks() {
    return false;
  }

  /** The masked values that the application was given; never null. */
  default Given given() {
    return NoGiven.INSTANCE;
  }

  /** Counts a failure of a hook's own code. */
  void failed(Throwable failure);
}
