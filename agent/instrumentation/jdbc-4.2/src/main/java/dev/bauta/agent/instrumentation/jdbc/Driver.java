package dev.bauta.agent.instrumentation.jdbc;

import java.util.List;

/**
 * What has to be known of one JDBC driver. Another driver is another row in {@link #ALL}. All names
 * are internal (with slashes). Immutable.
 *
 * @param resultSets the classes that declare the getters of its result sets
 * @param tableNames whether {@code getTableName} answers without a query
 * @param metaData its {@code DatabaseMetaData}: what that returns describes the schema, it is no
 *     row of a table and stays raw
 * @param readers its classes that read result sets for the driver or the engine itself: catalogues,
 *     keys, types, linked tables. They must see raw values
 */
record Driver(List<String> resultSets, boolean tableNames, String metaData, List<String> readers) {

  static final List<Driver> ALL =
      List.of(
          new Driver(
              List.of("org/h2/jdbc/JdbcResultSet"),
              true,
              "org/h2/jdbc/JdbcDatabaseMetaData",
              List.of(
                  "org/h2/command/dml/ScriptCommand$1",
                  "org/h2/command/dml/ScriptCommand$2",
                  "org/h2/command/dml/ScriptCommand$3",
                  "org/h2/expression/function/table/LinkSchemaFunction",
                  "org/h2/fulltext/FullText",
                  "org/h2/fulltext/FullText$FullTextTrigger",
                  "org/h2/fulltext/FullTextLucene",
                  "org/h2/fulltext/FullTextLucene$FullTextTrigger",
                  "org/h2/fulltext/FullTextSettings",
                  "org/h2/jdbc/JdbcConnection",
                  "org/h2/jdbc/JdbcDatabaseMetaData",
                  "org/h2/jdbc/meta/DatabaseMetaLocal",
                  "org/h2/jdbcx/JdbcXAConnection",
                  "org/h2/pagestore/db/LobStorageBackend",
                  "org/h2/schema/FunctionAlias$JavaMethod",
                  "org/h2/table/InformationSchemaTableLegacy",
                  "org/h2/table/LinkSchema",
                  "org/h2/table/MetaTable",
                  "org/h2/table/TableLink",
                  "org/h2/value/DataType",
                  "org/h2/value/ValueResultSet",
                  "org/h2/value/ValueToObjectConverter",
                  "org/h2/value/ValueToObjectConverter2")),
          new Driver(
              List.of("org/postgresql/jdbc/PgResultSet"),
              false,
              "org/postgresql/jdbc/PgDatabaseMetaData",
              List.of(
                  "org/postgresql/PGConnection",
                  "org/postgresql/fastpath/Fastpath",
                  "org/postgresql/jdbc/PgConnection",
                  "org/postgresql/jdbc/PgDatabaseMetaData",
                  "org/postgresql/jdbc/PgResultSetMetaData",
                  "org/postgresql/jdbc/TypeInfoCache",
                  "org/postgresql/replication/fluent/logical/LogicalCreateSlotBuilder",
                  "org/postgresql/replication/fluent/physical/PhysicalCreateSlotBuilder",
                  "org/postgresql/xa/PGXAConnection")));

  /** Whether the driver of this result set knows table names without asking the database. */
  static boolean tableNamesOf(Object resultSet) {
    for (Class<?> type = resultSet.getClass(); type != null; type = type.getSuperclass()) {
      String name = type.getName().replace('.', '/');
      for (Driver driver : ALL) {
        if (driver.resultSets.contains(name)) {
          return driver.tableNames;
        }
      }
    }
    return false;
  }

  /** Whether a class of this binary name masks its own values. */
  static boolean hooks(Class<?> type) {
    String name = type.getName().replace('.', '/');
    for (Driver driver : ALL) {
      if (driver.resultSets.contains(name)) {
        return true;
      }
    }
    return false;
  }
}
