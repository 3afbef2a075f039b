package dev.bauta.agent.instrumentation.jdbc;

import java.util.List;

/** The statements of the drivers known by name; all names are internal. */
final class Statements {

  /** The classes that declare getters of output parameters, and setters by name. */
  static final List<String> CALLABLE =
      List.of(
          "org/h2/jdbc/JdbcCallableStatement",
          "org/postgresql/jdbc/PgCallableStatement",
          "com/mysql/cj/jdbc/CallableStatement",
          "org/mariadb/jdbc/BaseCallableStatement",
          "org/hsqldb/jdbc/JDBCCallableStatement",
          "org/apache/derby/impl/jdbc/EmbedCallableStatement",
          "org/apache/derby/client/am/ClientCallableStatement",
          "com/microsoft/sqlserver/jdbc/SQLServerCallableStatement",
          "oracle/jdbc/driver/OracleCallableStatement");

  /** The classes that declare {@code setString(int, String)}, and most other setters by index. */
  static final List<String> PREPARED =
      List.of(
          "org/h2/jdbc/JdbcPreparedStatement",
          "org/postgresql/jdbc/PgPreparedStatement",
          "com/mysql/cj/jdbc/ClientPreparedStatement",
          "org/mariadb/jdbc/BasePreparedStatement",
          "org/sqlite/jdbc3/JDBC3PreparedStatement",
          "org/hsqldb/jdbc/JDBCPreparedStatement",
          "org/apache/derby/impl/jdbc/EmbedPreparedStatement",
          "org/apache/derby/client/am/ClientPreparedStatement",
          "com/microsoft/sqlserver/jdbc/SQLServerPreparedStatement",
          "oracle/jdbc/driver/OraclePreparedStatement");

  /** The classes that add setters of later JDBC versions to those above. */
  static final List<String> MORE_SETTERS =
      List.of(
          "com/mysql/cj/jdbc/ServerPreparedStatement",
          "org/sqlite/jdbc4/JDBC4PreparedStatement",
          "org/apache/derby/impl/jdbc/EmbedPreparedStatement42",
          "org/apache/derby/impl/jdbc/EmbedCallableStatement42",
          "org/apache/derby/client/am/ClientPreparedStatement42",
          "org/apache/derby/client/am/ClientCallableStatement42",
          "oracle/jdbc/driver/T4CDirectPathPreparedStatement");

  private Statements() {}
}
