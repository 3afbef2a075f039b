package dev.bauta.report;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A place where personal data was seen. What is not known is null; {@code *} stands for names that
 * are not told because they may be values.
 *
 * @param sink {@code log}, {@code jdbc} or {@code json}
 * @param owner the class that has the member {@code key}
 * @param by {@code rule} where a rule, an annotation or a built-in name says what the place holds,
 *     {@code content} where it was recognised, {@code tracked} where it was known from elsewhere,
 *     {@code other} for places past the bound
 * @param count how often
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Seen(
    String service,
    String environment,
    String sink,
    String logger,
    String column,
    String key,
    @JsonProperty("class") String owner,
    String type,
    String by,
    long count) {

  /** Recognised in the text. */
  public static final String CONTENT = "content";

  /** Told by a rule, an annotation or a built-in name. */
  public static final String RULE = "rule";

  /** Known from a marked column or an annotated member, and met again in text. */
  public static final String TRACKED = "tracked";

  /** At a place past the bound. */
  public static final String OTHER = "other";

  private static final String UNTOLD = "*";

  /** The place in words. */
  @JsonIgnore
  public String place() {
    if (OTHER.equals(by)) {
      return "other places, past the bound";
    }
    if (column != null) {
      return told("column", column);
    }
    if (owner != null) {
      return "member " + owner + "." + key;
    }
    if (key != null) {
      return told("key", key) + (logger == null ? "" : " of " + told("logger", logger));
    }
    return logger != null ? told("logger", logger) : "place without a name";
  }

  private static String told(String kind, String name) {
    return name.equals(UNTOLD) ? kind + " (name not told)" : kind + " " + name;
  }

  /** What a rule begins with that hides the whole place; null where none is needed or possible. */
  @JsonIgnore
  String ruledPlace() {
    if (!CONTENT.equals(by)) {
      return null;
    }
    if (column != null) {
      return ruled("column", column);
    }
    return key == null ? null : ruled("key", key);
  }

  private static String ruled(String kind, String name) {
    return name.contains(UNTOLD) ? null : kind + ": \"" + name + "\"";
  }

  Seen with(long other) {
    return new Seen(service, environment, sink, logger, column, key, owner, type, by, other);
  }
}
