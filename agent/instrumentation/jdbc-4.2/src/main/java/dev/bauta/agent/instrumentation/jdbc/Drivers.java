package dev.bauta.agent.instrumentation.jdbc;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The drivers known by name. Another one is another entry; a driver without one is met by the
 * generic path.
 */
final class Drivers {

  private static final Driver H2 =
      new Driver(
          List.of(ResultSetClass.whole("org/h2/jdbc/JdbcResultSet")),
          true,
          List.of("org/h2/jdbc/JdbcDatabaseMetaData"),
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
              "org/h2/value/ValueToObjectConverter2"));

  private static final Driver POSTGRESQL =
      new Driver(
          List.of(ResultSetClass.whole("org/postgresql/jdbc/PgResultSet")),
          false, // would run a query
          List.of("org/postgresql/jdbc/PgDatabaseMetaData"),
          List.of(
              "org/postgresql/PGConnection",
              "org/postgresql/fastpath/Fastpath",
              "org/postgresql/jdbc/PgConnection",
              "org/postgresql/jdbc/PgDatabaseMetaData",
              "org/postgresql/jdbc/PgResultSetMetaData",
              "org/postgresql/jdbc/TypeInfoCache",
              "org/postgresql/replication/fluent/logical/LogicalCreateSlotBuilder",
              "org/postgresql/replication/fluent/physical/PhysicalCreateSlotBuilder",
              "org/postgresql/xa/PGXAConnection"));

  private static final Driver MYSQL =
      new Driver(
          List.of(
              ResultSetClass.whole("com/mysql/cj/jdbc/result/ResultSetImpl"),
              ResultSetClass.with(
                  "com/mysql/cj/jdbc/result/UpdatableResultSet", "updateRow", "insertRow")),
          true,
          List.of(
              "com/mysql/cj/jdbc/DatabaseMetaData",
              "com/mysql/cj/jdbc/DatabaseMetaDataInformationSchema",
              "com/mysql/cj/jdbc/DatabaseMetaDataMysqlSchema",
              "com/mysql/cj/jdbc/DatabaseMetaDataUsingInfoSchema"),
          List.of(
              "com/mysql/cj/jdbc/BlobFromLocator",
              "com/mysql/cj/jdbc/CallableStatement$CallableStatementParamInfo",
              "com/mysql/cj/jdbc/ClientInfoProviderSP",
              "com/mysql/cj/jdbc/ConnectionImpl",
              "com/mysql/cj/jdbc/DatabaseMetaData",
              "com/mysql/cj/jdbc/DatabaseMetaDataInformationSchema",
              "com/mysql/cj/jdbc/DatabaseMetaDataMysqlSchema",
              "com/mysql/cj/jdbc/DatabaseMetaDataUsingInfoSchema",
              "com/mysql/cj/jdbc/MysqlSQLXML",
              "com/mysql/cj/jdbc/MysqlXAConnection",
              "com/mysql/cj/jdbc/ParameterBindingsImpl",
              "com/mysql/cj/jdbc/StatementImpl",
              "com/mysql/cj/jdbc/interceptors/ServerStatusDiffInterceptor"));

  private static final Driver MARIADB =
      new Driver(
          List.of(
              ResultSetClass.whole("org/mariadb/jdbc/client/result/Result"),
              ResultSetClass.with(
                  "org/mariadb/jdbc/client/result/UpdatableResult", "updateRow", "insertRow")),
          true,
          List.of("org/mariadb/jdbc/DatabaseMetaData"),
          List.of(
              "org/mariadb/jdbc/BasePreparedStatement",
              "org/mariadb/jdbc/CallableParameterMetaData",
              "org/mariadb/jdbc/Connection",
              "org/mariadb/jdbc/DatabaseMetaData",
              "org/mariadb/jdbc/MariaDbPoolConnection$MariaDbXAResource",
              "org/mariadb/jdbc/MariaDbPoolPinnedConnection$MariaDbXAPinnedResource",
              "org/mariadb/jdbc/client/impl/StandardClient",
              "org/mariadb/jdbc/export/ExceptionFactory",
              "org/mariadb/jdbc/pool/Pool"));

  /** Its first class implements no interface; the second has the rest and is what is made. */
  private static final Driver SQLITE =
      new Driver(
          List.of(
              ResultSetClass.with(
                  "org/sqlite/jdbc3/JDBC3ResultSet",
                  "getBinaryStream",
                  "getBoolean",
                  "getByte",
                  "getBytes",
                  "getCharacterStream",
                  "getConcurrency",
                  "getDate",
                  "getDouble",
                  "getFloat",
                  "getInt",
                  "getLong",
                  "getShort",
                  "getString",
                  "getTime",
                  "getTimestamp"),
              ResultSetClass.with(
                  "org/sqlite/jdbc4/JDBC4ResultSet",
                  "getArray",
                  "getAsciiStream",
                  "getBigDecimal",
                  "getBlob",
                  "getClob",
                  "getNCharacterStream",
                  "getNClob",
                  "getNString",
                  "getObject",
                  "getRef",
                  "getRowId",
                  "getSQLXML",
                  "getURL",
                  "getUnicodeStream",
                  "updateRow")),
          true,
          List.of("org/sqlite/jdbc3/JDBC3DatabaseMetaData"),
          List.of(
              "org/sqlite/jdbc3/JDBC3DatabaseMetaData",
              "org/sqlite/jdbc3/JDBC3DatabaseMetaData$ImportedKeyFinder"));

  private static final Driver HSQLDB =
      new Driver(
          List.of(
              ResultSetClass.whole("org/hsqldb/jdbc/JDBCResultSet"),
              ResultSetClass.any("org/hsqldb/jdbc/JDBCResultSet$JDBCResultSetBasic")),
          true,
          List.of("org/hsqldb/jdbc/JDBCDatabaseMetaData"),
          List.of(
              "org/hsqldb/auth/AuthBeanMultiplexer",
              "org/hsqldb/auth/AuthUtils",
              "org/hsqldb/jdbc/JDBCDatabaseMetaData"));

  /** In the process and over the network. */
  private static final Driver DERBY =
      new Driver(
          List.of(
              ResultSetClass.whole("org/apache/derby/impl/jdbc/EmbedResultSet"),
              ResultSetClass.whole("org/apache/derby/client/am/ClientResultSet")),
          true,
          List.of(
              "org/apache/derby/impl/jdbc/EmbedDatabaseMetaData",
              "org/apache/derby/client/am/ClientDatabaseMetaData"),
          List.of(
              "org/apache/derby/catalog/SystemProcedures",
              "org/apache/derby/client/am/ClientConnection",
              "org/apache/derby/iapi/types/SQLBit",
              "org/apache/derby/iapi/types/SQLBlob",
              "org/apache/derby/iapi/types/SQLBoolean",
              "org/apache/derby/iapi/types/SQLChar",
              "org/apache/derby/iapi/types/SQLDate",
              "org/apache/derby/iapi/types/SQLDecimal",
              "org/apache/derby/iapi/types/SQLDouble",
              "org/apache/derby/iapi/types/SQLInteger",
              "org/apache/derby/iapi/types/SQLLongint",
              "org/apache/derby/iapi/types/SQLReal",
              "org/apache/derby/iapi/types/SQLSmallint",
              "org/apache/derby/iapi/types/SQLTime",
              "org/apache/derby/iapi/types/SQLTimestamp",
              "org/apache/derby/iapi/types/SQLTinyint",
              "org/apache/derby/iapi/types/UserType",
              "org/apache/derby/iapi/types/XML",
              "org/apache/derby/impl/jdbc/EmbedDatabaseMetaData",
              "org/apache/derby/impl/load/ColumnInfo"));

  private static final Driver SQL_SERVER =
      new Driver(
          List.of(ResultSetClass.whole("com/microsoft/sqlserver/jdbc/SQLServerResultSet")),
          false, // always empty
          List.of("com/microsoft/sqlserver/jdbc/SQLServerDatabaseMetaData"),
          List.of(
              "com/microsoft/sqlserver/jdbc/ISQLServerEnclaveProvider",
              "com/microsoft/sqlserver/jdbc/SQLServerAASEnclaveProvider",
              "com/microsoft/sqlserver/jdbc/SQLServerBulkCopy",
              "com/microsoft/sqlserver/jdbc/SQLServerCallableStatement",
              "com/microsoft/sqlserver/jdbc/SQLServerConnection",
              "com/microsoft/sqlserver/jdbc/SQLServerDatabaseMetaData",
              "com/microsoft/sqlserver/jdbc/SQLServerNoneEnclaveProvider",
              "com/microsoft/sqlserver/jdbc/SQLServerParameterMetaData",
              "com/microsoft/sqlserver/jdbc/SQLServerParameterMetaData$1",
              "com/microsoft/sqlserver/jdbc/SQLServerPreparedStatement",
              "com/microsoft/sqlserver/jdbc/SQLServerVSMEnclaveProvider",
              "com/microsoft/sqlserver/jdbc/SQLServerXAResource",
              "com/microsoft/sqlserver/jdbc/TVP"));

  /** Getters by label stand in one class, those by index in several for each kind of cursor. */
  private static final Driver ORACLE =
      new Driver(
          List.of(
              ResultSetClass.getters(
                      "oracle/jdbc/driver/GeneratedResultSet", ResultSetClass.BY_LABEL)
                  .without("getObject"),
              ResultSetClass.with(
                  "oracle/jdbc/driver/OracleResultSet",
                  "getObject(String)",
                  "updateRow",
                  "deleteRow",
                  "insertRow"),
              ResultSetClass.getters(
                      "oracle/jdbc/driver/GeneratedScrollableResultSet", ResultSetClass.BY_INDEX)
                  .without("getBytes", "getObject"),
              ResultSetClass.with(
                  "oracle/jdbc/driver/InsensitiveScrollableResultSet",
                  "getBytes(int)",
                  "getObject(int)",
                  "refreshRow"),
              ResultSetClass.getters(
                      "oracle/jdbc/driver/GeneratedUpdatableResultSet", ResultSetClass.BY_INDEX)
                  .without("getObject"),
              ResultSetClass.with(
                  "oracle/jdbc/driver/UpdatableResultSet",
                  "getObject(int)",
                  "updateRow",
                  "deleteRow",
                  "insertRow",
                  "refreshRow"),
              ResultSetClass.getters(
                  "oracle/jdbc/driver/ArrayDataResultSet", ResultSetClass.BY_INDEX),
              ResultSetClass.with("oracle/jdbc/driver/ArrayLocatorResultSet", "getObject(int)"),
              ResultSetClass.any("oracle/jdbc/driver/OldUpdatableResultSet")),
          false, // always empty
          List.of(
              "oracle/jdbc/OracleDatabaseMetaData", "oracle/jdbc/driver/OracleDatabaseMetaData"),
          List.of(
              "oracle/jdbc/OracleDatabaseMetaData",
              "oracle/jdbc/driver/OracleDatabaseMetaData",
              "oracle/jdbc/driver/OracleParameterMetaDataParser$ParameterMetadataSql",
              "oracle/jdbc/driver/PhysicalConnection",
              "oracle/jdbc/driver/ShardingConnectionUtil",
              "oracle/jdbc/driver/T4CDirectPathPreparedStatement",
              "oracle/jdbc/oracore/OracleNamedType",
              "oracle/jdbc/oracore/OracleTypeADT",
              "oracle/jdbc/oracore/OracleTypeCOLLECTION",
              "oracle/jdbc/replay/driver/TxnFailoverManagerImpl",
              "oracle/jdbc/xa/OracleXAResource",
              "oracle/sql/ArrayDescriptor",
              "oracle/sql/StructDescriptor"));

  static final List<Driver> ALL =
      List.of(H2, POSTGRESQL, MYSQL, MARIADB, SQLITE, HSQLDB, DERBY, SQL_SERVER, ORACLE);

  /** The packages of the drivers above: their other result sets feed the engine, or wrap. */
  private static final String[] PACKAGES = {
    "org/h2/",
    "org/postgresql/",
    "com/mysql/",
    "org/mariadb/",
    "org/sqlite/",
    "org/hsqldb/",
    "org/apache/derby/",
    "com/microsoft/sqlserver/",
    "oracle/jdbc/"
  };

  private static final Map<String, Driver> BY_RESULT_SET = byResultSet();

  private Drivers() {}

  /** Whether the driver of this result set knows table names without asking the database. */
  static boolean tableNamesOf(Object resultSet) {
    for (Class<?> type = resultSet.getClass(); type != null; type = type.getSuperclass()) {
      Driver driver = BY_RESULT_SET.get(type.getName());
      if (driver != null) {
        return driver.tableNames();
      }
    }
    return false;
  }

  /** Whether a class (internal name) belongs to one of these drivers. */
  static boolean isOfNamed(String className) {
    for (String prefix : PACKAGES) {
      if (className.startsWith(prefix)) {
        return true;
      }
    }
    return false;
  }

  /** Whether result sets of this class mask their own values. */
  static boolean hooks(Class<?> resultSet) {
    for (Class<?> type = resultSet; type != null; type = type.getSuperclass()) {
      if (BY_RESULT_SET.containsKey(type.getName())) {
        return true;
      }
    }
    return false;
  }

  /** By the binary names of the classes. */
  private static Map<String, Driver> byResultSet() {
    Map<String, Driver> drivers = new HashMap<>();
    for (Driver driver : ALL) {
      for (ResultSetClass resultSet : driver.resultSets()) {
        drivers.put(resultSet.name().replace('/', '.'), driver);
      }
    }
    return drivers;
  }
}
