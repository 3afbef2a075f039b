package dev.bauta.agent.instrumentation.jdbc;

import dev.bauta.agent.api.Given;
import dev.bauta.agent.api.Masking;
import dev.bauta.agent.api.Place;
import dev.bauta.agent.api.Sink;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;

/**
 * The decision for one column: marked by a rule, or looked at by content. What it hands to streams
 * and large objects may outlive its result set and may be used by any thread.
 */
final class Column {

  private static final int UNKNOWN = 0;
  private static final int TEXT = 1;
  private static final int OTHER = 2;
  private static final int FEW = 32;

  private final int index;
  private final String label;
  private final Place place;
  private final Masking masking;
  private Given.Origin origin;
  private int kind = UNKNOWN;
  private int looks;
  private CleanValues clean;

  /**
   * @param place the rule's decision, or null where no rule names the column
   */
  Column(int index, String label, Place place, Masking masking) {
    this.index = index;
    this.label = label;
    this.place = place;
    this.masking = masking;
  }

  /** Whether a rule names this column. */
  boolean isMarked() {
    return place != null;
  }

  /** Whether the column is marked, and this thread's principal may see it raw. */
  boolean isRevealed() {
    return place != null && place.revealed();
  }

  /** The form of a whole text that may be seen; null where a marked one has none. */
  String text(String text) {
    if (place == null) {
      return byContent(text);
    }
    return place.hide(text) instanceof String hidden ? hidden : null;
  }

  /** Most results have a row or two: what remembers values is made for longer ones only. */
  private String byContent(String text) {
    CleanValues known = clean;
    if (known == null) {
      if (++looks > FEW) {
        clean = new CleanValues();
      }
      return masking.text(Sink.JDBC, label, text);
    }
    if (known.has(text)) {
      return text;
    }
    String seen = masking.text(Sink.JDBC, label, text);
    if (seen == (Object) text) {
      known.add(text, masking);
    }
    return seen;
  }

  /** The form of a value of a marked column in its own class, or null where it has none. */
  Object marked(Object value) {
    Object hidden = place.hide(value);
    return value.getClass().isInstance(hidden) ? hidden : null;
  }

  /** Whether nothing is to be changed, only seen. */
  boolean isObserved() {
    return masking.observes(Sink.JDBC);
  }

  /**
   * What the application gets of a visible form: where something is hidden, the form that stands
   * for the raw value from now on.
   *
   * @param visible may be null
   */
  Object given(Object visible, Object raw) {
    return visible == null || visible instanceof Wrapped || Same.instance(visible, raw)
        ? visible
        : masking.given().give(visible, raw, origin());
  }

  /** Notes what is shown of a whole text that the application puts together by itself. */
  void shown(String visible) {
    masking.given().copy(visible);
  }

  private Given.Origin origin() {
    Given.Origin known = origin;
    if (known == null) {
      known = new Given.Origin(place == null ? null : place.type(), label);
      origin = known;
    }
    return known;
  }

  void failed(Throwable failure) {
    masking.failed(failure);
  }

  /**
   * Whether numbers may have to be hidden: a rule says so, or the column holds text, and somebody
   * reads a number's worth of it.
   */
  boolean looksAtNumbers(Object read) {
    return (place != null && place.numeric()) || read instanceof ResultSet rows && isText(rows);
  }

  /**
   * The text that a number was read from, or null where the rule decides alone. Reads the column
   * just read once more, so {@code wasNull} stays what it was.
   */
  String textOfNumber(Object read) throws SQLException {
    return place != null ? null : ((ResultSet) read).getString(index);
  }

  /** Whether this number must not be seen; only where {@link #looksAtNumbers}. */
  boolean hidesNumber(Object number, String text) {
    if (place != null) {
      return !number.equals(place.hide(number));
    }
    return text != null && !text.equals(masking.text(Sink.JDBC, label, text));
  }

  // Asked late, for numbers only: PostgreSQL's driver has to query for the types it did not meet.
  private boolean isText(ResultSet resultSet) {
    if (kind == UNKNOWN) {
      kind = isText(typeOf(resultSet)) ? TEXT : OTHER;
    }
    return kind == TEXT;
  }

  private int typeOf(ResultSet resultSet) {
    try {
      return resultSet.getMetaData().getColumnType(index);
    } catch (SQLException unknown) {
      return Types.VARCHAR;
    }
  }

  private static boolean isText(int type) {
    return switch (type) {
      case Types.CHAR,
          Types.VARCHAR,
          Types.LONGVARCHAR,
          Types.NCHAR,
          Types.NVARCHAR,
          Types.LONGNVARCHAR,
          Types.CLOB,
          Types.NCLOB,
          Types.OTHER ->
          true;
      default -> false;
    };
  }
}
