package dev.bauta.engine;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * Hides what is personal in JSON text, by key and by content, in one pass over its bytes. What is
 * not masked stays as it is, byte for byte. Thread-safe; the working memory is kept per thread.
 *
 * <ul>
 *   <li>The value of a key with a rule is masked whole: strings always, numbers and booleans where
 *       the rule says so, all values inside an object or array. What was no string becomes one.
 *   <li>Other strings are searched as free text, and so are whole numbers long enough for a payment
 *       card.
 *   <li>Several documents in a row may stand in one text. From where it is no JSON any more, or cut
 *       off, the rest is searched as free text, and values behind keys with a rule are masked.
 * </ul>
 */
public final class JsonMasker {

  private static final String FAILED = '"' + TextMasker.FAILED + '"';
  private static final ThreadLocal<JsonBuffer> BUFFER = new BufferPerThread();

  private final JsonKeys keys;
  private final TextMasker text;

  public JsonMasker(RuleSet rules) {
    this.keys = new JsonKeys(rules);
    this.text = rules.text();
  }

  /**
   * The masked text: the same instance where nothing is to be hidden. Never throws; a failure gives
   * a JSON string that says so and is told to the tally.
   *
   * @param json may be null, which gives null
   * @param disclosure asked once for each value, never null
   * @param tally told of each value, never null
   */
  public String mask(String json, Disclosure disclosure, Tally tally) {
    if (json == null || json.isEmpty()) {
      return json;
    }
    JsonBuffer buffer = take();
    try {
      Charset charset = buffer.read(json);
      byte[] masked = scan(buffer, charset, disclosure, tally);
      return masked == null ? json : new String(masked, charset);
    } catch (Throwable failure) { // whatever it was, the raw text does not get out
      told(failure, tally);
      return FAILED;
    } finally {
      buffer.release();
    }
  }

  /**
   * The masked bytes, or null where nothing is to be hidden. Otherwise as for a String.
   *
   * @param utf8 never null; not changed
   * @param from where the text begins
   * @param to behind its last byte
   */
  public byte[] mask(byte[] utf8, int from, int to, Disclosure disclosure, Tally tally) {
    JsonBuffer buffer = take();
    try {
      buffer.read(utf8, from, to);
      return scan(buffer, StandardCharsets.UTF_8, disclosure, tally);
    } catch (Throwable failure) {
      told(failure, tally);
      return FAILED.getBytes(StandardCharsets.UTF_8);
    } finally {
      buffer.release();
    }
  }

  private byte[] scan(JsonBuffer buffer, Charset charset, Disclosure disclosure, Tally tally) {
    return buffer.scan.begin(charset, keys, text, disclosure, tally).scan();
  }

  private static JsonBuffer take() {
    JsonBuffer buffer = BUFFER.get();
    return buffer.busy() ? new JsonBuffer() : buffer; // a masker came back to us
  }

  private static void told(Throwable failure, Tally tally) {
    try {
      tally.failed(failure);
    } catch (Throwable second) {
      return; // a tally that throws must not put the text at risk
    }
  }

  private static final class BufferPerThread extends ThreadLocal<JsonBuffer> {
    @Override
    protected JsonBuffer initialValue() {
      return new JsonBuffer();
    }
  }
}
