package dev.bauta.agent.instrumentation.json;

import dev.bauta.agent.api.Links;
import dev.bauta.agent.api.Masking;
import dev.bauta.agent.api.Place;
import java.lang.invoke.MethodHandle;

/**
 * What the methods of a streaming writer call with their arguments. A place is the name of the
 * value that is being written, or the writer itself where the value has no name of its own.
 * Thread-safe.
 */
public final class WriterHooks {

  /** Takes (place, character sequence); gives the same one or a String. */
  public static final String STRING = ".string";

  /** Takes a property's name. */
  public static final String NAME = ".name";

  /** Takes (name or null, writer) where a value begins that is handed over in another way. */
  public static final String VALUE = ".value";

  /** Takes (writer, name that a value follows); gives the name as it is. */
  public static final String FOLLOWED = ".followed";

  /** Takes (place, any value); gives another one for text only. */
  public static final String OBJECT = ".object";

  /** Takes (place, String that is one value of raw JSON). */
  public static final String RAW = ".raw";

  /** Takes a String of raw JSON. */
  public static final String RAW_TEXT = ".raw-text";

  /** Takes (field or method, what was read from it). */
  public static final String MEMBER = ".member";

  /** Takes (field, method or null; the handle that reads it). */
  public static final String HANDLE = ".handle";

  /** Takes (the array's name or null, writer). */
  public static final String BEGIN_ARRAY = ".begin-array";

  /** Takes (the object's name or null, writer). */
  public static final String BEGIN_OBJECT = ".begin-object";

  /** Takes the writer whose array or object has ended. */
  public static final String END = ".end";

  private final String library;
  private final JsonStrings strings;
  private final RawJson rawJson;
  private final OpenNames names;
  private final MemberPlaces members;

  /**
   * Hooks of one library.
   *
   * @param library what the hooks' names begin with
   */
  public WriterHooks(String library, Masking masking) {
    this.library = library;
    strings = new JsonStrings(masking);
    rawJson = new RawJson(strings);
    names = new OpenNames(masking);
    members = new MemberPlaces(masking);
  }

  /** Registers all of them. */
  public void link(Links links) {
    links.filter(library + STRING, this::string, Links::masked);
    links.filter(library + NAME, this::name, Links::masked);
    links.filter(library + RAW, this::raw, v -> "null");
    links.filter(library + RAW_TEXT, v -> v == null ? null : rawJson.mask((String) v), v -> "null");
    links.filter(library + FOLLOWED, (writer, name) -> value(name, writer, name), v -> v);
    links.filter(library + OBJECT, this::object, MemberPlaces::nothing);
    links.filter(library + VALUE, (name, writer) -> value(name, writer, writer), v -> v);
    links.filter(library + MEMBER, members::hide, MemberPlaces::nothing);
    links.filter(
        library + HANDLE, (m, h) -> members.hiding(m, (MethodHandle) h), MemberPlaces::closed);
    links.filter(library + BEGIN_ARRAY, (name, writer) -> begin(writer, name, true), v -> v);
    links.filter(library + BEGIN_OBJECT, (name, writer) -> begin(writer, name, false), v -> v);
    links.filter(library + END, this::end, v -> v);
  }

  private Object string(Object place, Object text) {
    String name = nameOf(place);
    if (text == null) {
      return null;
    }
    String before = text.toString(); // of any character sequence
    String after = strings.value(name, before);
    return before.equals(after) ? text : after;
  }

  private Object name(Object name) {
    return name == null ? null : strings.name((String) name);
  }

  /** What may be written of raw JSON; {@code place} as in {@link #RAW}. */
  public Object raw(Object place, Object raw) {
    String name = nameOf(place);
    if (raw == null) {
      return null;
    }
    Place rule = strings.rule(name);
    return rawJson.mask(rule == null ? (String) raw : RawJson.hide(rule, (String) raw));
  }

  private Object object(Object place, Object value) {
    return value instanceof String text ? string(place, text) : value;
  }

  private Object value(Object name, Object writer, Object result) {
    if (name != null) {
      names.name(writer, (String) name);
    }
    return result;
  }

  private Object begin(Object writer, Object name, boolean array) {
    names.begin(writer, (String) name, array);
    return writer;
  }

  private Object end(Object writer) {
    names.end(writer);
    return writer;
  }

  private String nameOf(Object place) {
    return place instanceof String name ? name : names.current(place);
  }
}
