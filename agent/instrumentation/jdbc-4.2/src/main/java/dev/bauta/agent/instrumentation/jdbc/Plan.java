package dev.bauta.agent.instrumentation.jdbc;

import dev.bauta.agent.api.Masking;
import dev.bauta.agent.api.Place;
import java.lang.ref.WeakReference;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/**
 * The decisions for the columns of one result set, which it refers to weakly. Made from metadata
 * only, once for each thread that reads it; used by that thread only. A callable statement has
 * parameters instead, of which no more is known than what the application calls them.
 */
final class Plan extends WeakReference<Object> {

  /** The plan of no result set. */
  static final Plan NONE = new Plan(null, null);

  private final Column[] columns;
  private final boolean parameters;
  private final Map<Object, Column> byLabel = new HashMap<>();

  private Plan(Object read, Column[] columns) {
    this(read, columns, false);
  }

  private Plan(Object read, Column[] columns, boolean parameters) {
    super(read);
    this.columns = columns;
    this.parameters = parameters;
  }

  /** A plan for the output parameters of a statement. */
  static Plan ofParameters(Object statement) {
    return new Plan(statement, null, true);
  }

  /** A plan that leaves every value raw. */
  static Plan raw(Object resultSet) {
    return new Plan(resultSet, null);
  }

  /**
   * Asks the rules about every column.
   *
   * @throws SQLException what the driver throws where it has no metadata (any more)
   */
  static Plan of(ResultSet resultSet, Masking masking) throws SQLException {
    ResultSetMetaData metaData = resultSet.getMetaData();
    boolean tables = Drivers.tableNamesOf(resultSet);
    Column[] columns = new Column[metaData.getColumnCount()];
    for (int i = 1; i <= columns.length; i++) {
      String label = metaData.getColumnLabel(i);
      String name = metaData.getColumnName(i);
      String table = tables ? metaData.getTableName(i) : null;
      String told = masking.columnName(table, label);
      columns[i - 1] = new Column(i, told, place(masking, table, label, name), masking);
    }
    return new Plan(resultSet, columns);
  }

  /**
   * The column of an index or label, or null where the result set stays raw.
   *
   * @throws SQLException what the driver throws where it does not know the label
   */
  Column column(Object read, Object indexOrLabel, Masking masking) throws SQLException {
    if (parameters) {
      return parameter(indexOrLabel, masking);
    }
    if (columns == null) {
      return null;
    }
    if (indexOrLabel instanceof Integer index) {
      return columns[index - 1];
    }
    String label = (String) indexOrLabel;
    Column column = byLabel.get(label);
    if (column == null) {
      column =
          columns[((ResultSet) read).findColumn(label) - 1]; // the driver's own way to read labels
      byLabel.put(label, column);
    }
    return column;
  }

  /** Rules for columns hold for parameters of their name; without a name the content decides. */
  private Column parameter(Object indexOrName, Masking masking) {
    Column known = byLabel.get(indexOrName);
    if (known == null) {
      String name = indexOrName instanceof String text ? text : null;
      Place place = name == null ? null : masking.column(null, name);
      known = new Column(0, name, place, masking);
      byLabel.put(indexOrName, known);
    }
    return known;
  }

  private static Place place(Masking masking, String table, String label, String name) {
    Place place = masking.column(table, label);
    return place != null || name == null || name.equals(label)
        ? place
        : masking.column(table, name);
  }
}
