package dev.bauta.agent.core.guard;

import dev.bauta.agent.api.Given;
import java.util.function.UnaryOperator;

/**
 * Remembers masked values in two ways: which object stands for which raw value, for as long as it
 * lives, and which texts were given out at all. What the first has forgotten the second still
 * recognises, so that it is refused and not stored.
 */
public final class GivenValues implements Given {

  /** Objects remembered at once; a full table holds about 6 MB and the values. */
  private static final int OBJECTS = 1 << 16;

  /** Texts remembered: 1 MB. */
  private static final int TEXTS = 1 << 17;

  private static final Origin UNKNOWN = new Origin(null, null);

  private final UnaryOperator<String> types;
  private volatile boolean watching;
  private volatile Tables tables;

  private record Tables(RawValues raw, Copies copies) {}

  /**
   * @param types the type of what is found in a raw text, or null; asked when a value is refused
   */
  public GivenValues(UnaryOperator<String> types) {
    this.types = types;
  }

  @Override
  public Object give(Object masked, Object raw, Origin origin) {
    Tables known = tables();
    Object given = masked;
    if (masked instanceof String text) {
      given = distinct(text);
      add(known, text);
    }
    known.raw.put(given, raw, origin);
    return given;
  }

  @Override
  public boolean isEmpty() {
    return tables == null;
  }

  @Override
  public void watch() {
    watching = true;
  }

  @Override
  public void copy(String masked) {
    if (watching) {
      add(tables(), masked);
    }
  }

  @Override
  public Object standsFor(Object value) {
    Tables known = tables;
    if (known == null) {
      return value;
    }
    RawValues.Entry entry = known.raw.of(value);
    return entry == null ? value : entry.raw();
  }

  @Override
  public Origin copyOf(Object value) {
    Tables known = tables;
    if (known == null || !(value instanceof String text) || !known.copies.has(text)) {
      return null;
    }
    RawValues.Entry entry = known.raw.ofEqual(text);
    if (entry == null) {
      return UNKNOWN;
    }
    Origin origin = entry.origin();
    return origin.type() == null && entry.raw() instanceof String raw
        ? new Origin(types.apply(raw), origin.field())
        : origin;
  }

  /** Lets go of the raw values whose masked objects are gone. */
  public void sweep() {
    Tables known = tables;
    if (known != null) {
      known.raw.sweep();
    }
  }

  /** How many masked objects and texts were forgotten, because there were too many. */
  public long forgotten() {
    Tables known = tables;
    return known == null ? 0 : known.raw.forgotten() + known.copies.forgotten();
  }

  /** Maskers share what they return, and literals are one object in the whole JVM. */
  private static String distinct(String text) {
    return new String(text);
  }

  /** Text without a letter or digit is nobody's for certain. */
  private static void add(Tables known, String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isLetterOrDigit(text.charAt(i))) {
        known.copies.add(text);
        return;
      }
    }
  }

  private Tables tables() {
    Tables known = tables;
    return known == null ? made() : known;
  }

  private synchronized Tables made() {
    if (tables == null) {
      tables = new Tables(new RawValues(OBJECTS), new Copies(TEXTS));
    }
    return tables;
  }
}
