package dev.bauta.agent.instrumentation.jackson;

import dev.bauta.agent.api.JsonPlace;
import dev.bauta.agent.api.Links;
import dev.bauta.agent.api.Masking;
import dev.bauta.agent.api.Place;
import dev.bauta.agent.instrumentation.json.BoundedReader;
import dev.bauta.agent.instrumentation.json.FailingReader;
import dev.bauta.agent.instrumentation.json.JsonStrings;
import dev.bauta.agent.instrumentation.json.JsonText;
import dev.bauta.agent.instrumentation.json.PlaceInDocument;
import dev.bauta.agent.instrumentation.json.RawJson;
import java.io.Reader;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;

/**
 * What the generators' text methods call with their arguments. A place is the name of the property
 * being written, or a write context that has no name itself. Thread-safe.
 */
final class GeneratorHooks {

  /** The place of a value where it could not be found out. */
  private static final Object UNKNOWN = new Object();

  private final JacksonNames names;
  private final Masking masking;
  private final CoreCalls calls;
  private final JsonStrings strings;
  private final RawJson rawJson;

  GeneratorHooks(JacksonNames names, Masking masking) {
    this.names = names;
    this.masking = masking;
    calls = new CoreCalls(names);
    strings = new JsonStrings(masking);
    rawJson = new RawJson(strings);
  }

  void link(Links links) {
    links.filter(
        names.hook(GeneratorRewrite.PLACE),
        (context, name) -> place(context, (String) name),
        name -> UNKNOWN);
    links.filter(names.hook(GeneratorRewrite.STRING), this::string, Links::masked);
    links.filter(names.hook(GeneratorRewrite.NAME), this::name, Links::masked);
    links.filter(names.hook(GeneratorRewrite.CHAR_ARRAY), this::chars, v -> buffer(Masking.MASKED));
    links.filter(
        names.hook(GeneratorRewrite.READER_LENGTH), GeneratorHooks::bounded, v -> maskedReader());
    links.filter(names.hook(GeneratorRewrite.READER), this::reader, v -> maskedReader());
    links.filter(names.hook(GeneratorRewrite.BYTES), this::bytes, v -> bytes(Masking.MASKED));
    links.filter(
        names.hook(GeneratorRewrite.ESCAPED_BYTES), this::escaped, v -> bytes(Masking.MASKED));
    links.filter(names.hook(GeneratorRewrite.RAW), this::raw, v -> "null");
    links.filter(names.hook(GeneratorRewrite.RAW_CHARS), this::rawChars, v -> buffer("null"));
    links.filter(names.hook(GeneratorRewrite.RAW_VALUE), this::rawValue, v -> "null");
    links.filter(names.hook(GeneratorRewrite.SERIALIZABLE_TEXT), this::otherText, Links::masked);
    links.filter(names.hook(GeneratorRewrite.SERIALIZABLE_RAW), this::otherRaw, v -> "null");
    links.filter(
        names.hook(GeneratorRewrite.SERIALIZABLE_RAW_VALUE), this::otherRawValue, v -> "null");
    // Without its masked form the argument is null, and the generator throws before it writes.
    links.filter(names.hook(GeneratorRewrite.SERIALIZABLE), this::serializable, v -> null);
  }

  private Object string(Object place, Object text) {
    return text == null ? null : value(place, (String) text);
  }

  private Object name(Object name) {
    return name == null ? null : strings.name((String) name);
  }

  private Object chars(Object place, Object buffer) {
    String text = buffer.toString();
    String masked = written(value(place, text));
    return masked.equals(text) ? buffer : buffer(masked);
  }

  private static Object bounded(Object length, Object reader) {
    int limit = (Integer) length;
    return reader == null || limit < 0 ? reader : new BoundedReader((Reader) reader, limit);
  }

  private Object reader(Object place, Object reader) {
    if (reader == null) {
      return null;
    }
    StringBuilder text = new StringBuilder();
    char[] chunk = new char[4096];
    Throwable failure = null;
    try {
      for (int n; (n = ((Reader) reader).read(chunk)) >= 0; ) {
        text.append(chunk, 0, n);
      }
    } catch (Exception e) { // the application's: thrown again where the generator reads
      failure = e;
    }
    String masked = written(value(place, text.toString()));
    return failure == null ? new StringReader(masked) : new FailingReader(masked, failure);
  }

  private Object bytes(Object place, Object buffer) {
    String text = decode((ByteBuffer) buffer);
    String masked = written(value(place, text));
    return masked.equals(text) ? buffer : bytes(masked);
  }

  private Object escaped(Object place, Object buffer) {
    String text = JsonText.unescape(decode((ByteBuffer) buffer));
    String masked = written(value(place, text));
    return masked.equals(text) ? buffer : bytes(JsonText.escape(masked));
  }

  private Object raw(Object raw) {
    return raw == null ? null : rawJson.mask((String) raw);
  }

  private Object rawChars(Object buffer) {
    CharBuffer raw = (CharBuffer) buffer;
    if (RawJson.harmless(raw, 0, raw.length())) {
      return raw;
    }
    String text = raw.toString();
    String masked = rawJson.mask(text);
    return masked.equals(text) ? raw : buffer(masked);
  }

  private Object rawValue(Object place, Object raw) {
    if (raw == null) {
      return null;
    }
    if (place == UNKNOWN) {
      return "null";
    }
    PlaceInDocument inDocument = place instanceof PlaceInDocument found ? found : null;
    Place rule = rule(place, inDocument);
    if (rule != null) {
      return RawJson.hide(rule, (String) raw);
    }
    return inDocument == null || inDocument.path().decided()
        ? raw
        : rawJson.mask((String) raw, inDocument);
  }

  private Object otherText(Object place, Object text) {
    return other(text, text == null ? null : written(value(place, (String) text)));
  }

  private Object otherRaw(Object raw) {
    return other(raw, raw(raw));
  }

  private Object otherRawValue(Object place, Object raw) {
    return other(raw, raw(rawValue(place, raw)));
  }

  private Object serializable(Object serializable, Object other) {
    return other == null ? serializable : calls.serializable(serializable, (String) other);
  }

  private static Object other(Object before, Object after) {
    return after == null || after.equals(before) ? null : after;
  }

  /** The place of a value: the property's name where there are no rules for paths. */
  private Object place(Object context, String name) {
    JsonPlace root = masking.jsonRoot();
    if (root == null) {
      return name == null ? context : name;
    }
    String nearest = name == null ? calls.enclosingName(context) : name;
    return new PlaceInDocument(calls.place(context, root), nearest);
  }

  /** A string's masked form by its place; what it is at an unknown one is not to be seen. */
  private String value(Object place, String text) {
    if (place instanceof String name) {
      return strings.value(name, text);
    }
    if (place instanceof PlaceInDocument inDocument) {
      return strings.inDocument(inDocument, text);
    }
    return place == UNKNOWN ? Masking.MASKED : strings.value(calls.enclosingName(place), text);
  }

  private Place rule(Object place, PlaceInDocument inDocument) {
    if (inDocument != null && inDocument.path().decided()) {
      return inDocument.path().rule();
    }
    if (inDocument != null) {
      return strings.rule(inDocument.name());
    }
    return strings.rule(place instanceof String name ? name : calls.enclosingName(place));
  }

  /** These methods cannot write null; only a rule's masked form is. */
  private static String written(String masked) {
    return masked == null ? Masking.MASKED : masked;
  }

  private static CharBuffer buffer(String text) {
    return CharBuffer.wrap(text.toCharArray());
  }

  private static ByteBuffer bytes(String text) {
    return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String decode(ByteBuffer bytes) {
    return new String(bytes.array(), bytes.position(), bytes.remaining(), StandardCharsets.UTF_8);
  }

  private static Reader maskedReader() {
    return new StringReader(Masking.MASKED);
  }
}
