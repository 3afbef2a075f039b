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
 * only, once for each thread that reads it; used by that thread only.
 */
final class Plan extends WeakReference<Object> {

  /** The plan of no result set. */
  static final Plan NONE = new Plan(null, null);

  private final Column[] columns;
  private final Map<String, Column> byLabel = new HashMap<>();

  private Plan(Object resultSet, Column[] columns) {
    super(resultSet);
    this.columns = columns;
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
  Column column(ResultSet resultSet, Object indexOrLabel) throws SQLException {
    if (columns == null) {
      return null;
    }
    if (indexOrLabel instanceof Integer index) {
      return columns[index - 1];
    }
    String label = (String) indexOrLabel;
    Column column = byLabel.get(label);
    if (column == null) {
      column = columns[resultSet.findColumn(label) - 1]; // the driver's own way to read labels
      byLabel.put(label, column);
    }
    return column;
  }

  /**
   * An output parameter: rules for columns hold for its name, and without a name the content
   * decides. Not kept, because statements outlive rules.
   */
  static Column parameter(Object indexOrName, Masking masking) {
    String name = indexOrName instanceof String text ? text : null;
    Place place = name == null ? null : masking.column(null, name);
    return new Column(0, name, place, masking);
  }

  private static Place place(Masking masking, String table, String label, String name) {
    Place place = masking.column(table, label);
    return place != null || name == null || name.equals(label)
        ? place
        : masking.column(table, name);
  }
}
