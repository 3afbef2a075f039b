package dev.bauta.agent.instrumentation.jdbc;

import java.util.ArrayList;
import java.util.List;

/**
 * What has to be known of one JDBC driver. All names are internal (with slashes). Immutable.
 *
 * @param resultSets the classes that declare the getters of its result sets
 * @param tableNames whether {@code getTableName} answers without a query
 * @param metaData its {@code DatabaseMetaData}: what that returns describes the schema, it is no
 *     row of a table and stays raw
 * @param readers its classes that read result sets for the driver or the engine itself: catalogues,
 *     keys, types, linked tables. They must see raw values
 */
record Driver(
    List<ResultSetClass> resultSets,
    boolean tableNames,
    List<String> metaData,
    List<String> readers) {

  /** The names of its classes of result sets. */
  List<String> resultSetNames() {
    List<String> names = new ArrayList<>();
    for (ResultSetClass resultSet : resultSets) {
      names.add(resultSet.name());
    }
    return names;
  }
}
