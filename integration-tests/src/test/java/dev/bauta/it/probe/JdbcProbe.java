package dev.bauta.it.probe;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.sql.Clob;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;

/** Reads planted values back through the getters of a result set and prints what it got. */
public final class JdbcProbe {

  private static final String POSTGRESQL = "postgresql";

  private JdbcProbe() {}

  public static List<String> channels() {
    return List.of(
        "index",
        "label",
        "object",
        "objectstring",
        "objectlabel",
        "nstring",
        "reader",
        "ascii",
        "clob",
        "bytes",
        "array",
        "alias",
        "computed",
        "scrolled",
        "halfway");
  }

  /**
   * @param args the database's URL, user and password; {@code hikari} to go through the pool
   */
  public static void main(String[] args) throws Exception {
    boolean pooled = args.length > 3 && args[3].equals("hikari");
    if (pooled) {
      pooled(args);
    } else {
      try (Connection connection = DriverManager.getConnection(args[0], args[1], args[2])) {
        probe(connection);
      }
    }
    System.out.println("probe done");
  }

  // A method of its own, so that the pool's classes are only needed where the pool is used.
  private static void pooled(String[] args) throws Exception {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(args[0]);
    config.setUsername(args[1]);
    config.setPassword(args[2]);
    try (HikariDataSource pool = new HikariDataSource(config);
        Connection connection = pool.getConnection()) {
      probe(connection);
    }
  }

  private static void probe(Connection connection) throws SQLException, IOException {
    createTables(connection);
    readByGetters(connection);
    readByRule(connection);
    readHarmless(connection);
    update(connection);
    closeHalfWay(connection);
  }

  private static void createTables(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("drop table if exists planted");
      statement.execute("drop table if exists people");
      statement.execute(
          "create table planted (channel varchar(40) primary key, told varchar(400) not null,"
              + " harmless varchar(40))");
      statement.execute(
          "create table people (email varchar(80) primary key, full_name varchar(80), born date,"
              + " pin integer, note varchar(80))");
    }
    String sql = "insert into planted values (?, ?, 'a harmless text')";
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      for (String channel : channels()) {
        insert.setString(1, channel);
        insert.setString(2, new Canary(channel).text());
        insert.executeUpdate();
      }
    }
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "insert into people values ('needle.person@people.com', 'Wilhelmina Needle',"
              + " date '1984-03-02', 7391, 'first')");
    }
  }

  private interface Read {
    Object from(ResultSet row) throws SQLException, IOException;
  }

  private static void readByGetters(Connection connection) throws SQLException, IOException {
    boolean postgresql = connection.getMetaData().getURL().contains(POSTGRESQL);
    read(connection, "index", row -> row.getString(2));
    read(connection, "label", row -> row.getString("told"));
    read(connection, "object", row -> row.getObject(2));
    read(connection, "objectstring", row -> row.getObject("told", String.class));
    read(connection, "objectlabel", row -> row.getObject("told"));
    read(connection, "nstring", row -> postgresql ? row.getString(2) : row.getNString(2));
    read(connection, "reader", row -> text(row.getCharacterStream(2)));
    read(connection, "ascii", row -> text(row.getAsciiStream("told")));
    read(connection, "clob", row -> postgresql ? row.getString(2) : text(row.getClob(2)));
    read(connection, "bytes", row -> postgresql ? text(row.getBytes(2)) : row.getString(2));
    readAs(
        connection,
        "array",
        "select channel, array[channel, told] from planted where channel = ?",
        row -> List.of((Object[]) row.getArray(2).getArray()));
    readAs(
        connection,
        "alias",
        "select channel, told as x from planted where channel = ?",
        row -> row.getString("x"));
    readAs(
        connection,
        "computed",
        "select channel, 'for ' || told from planted where channel = ?",
        row -> row.getString(2));
    scrolled(connection);
  }

  private static void read(Connection connection, String channel, Read read)
      throws SQLException, IOException {
    readAs(connection, channel, "select channel, told from planted where channel = ?", read);
  }

  private static void readAs(Connection connection, String channel, String sql, Read read)
      throws SQLException, IOException {
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      query.setString(1, channel);
      try (ResultSet row = query.executeQuery()) {
        row.next();
        System.out.println(channel + ": " + read.from(row) + " null=" + row.wasNull());
      }
    }
  }

  private static void scrolled(Connection connection) throws SQLException {
    try (Statement statement =
            connection.createStatement(
                ResultSet.TYPE_SCROLL_INSENSITIVE, ResultSet.CONCUR_READ_ONLY);
        ResultSet rows =
            statement.executeQuery("select told from planted where channel = 'scrolled'")) {
      rows.last();
      System.out.println("scrolled: " + rows.getString(1));
      rows.beforeFirst();
      rows.next();
      System.out.println("scrolled again: " + rows.getString("told"));
    }
  }

  private static void readByRule(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select * from people")) {
      row.next();
      System.out.println("rule name: " + row.getString("full_name"));
      System.out.println("rule name object: " + row.getObject("full_name"));
      System.out.println("rule date: " + row.getDate("born") + " " + row.getObject("born"));
      int pin = row.getInt("pin");
      System.out.println("rule number: " + pin + " " + row.getObject("pin"));
    }
  }

  private static void readHarmless(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("select harmless, cast(null as varchar(3)) from planted")) {
      row.next();
      System.out.println("harmless: " + row.getString(1));
      System.out.println("null: " + row.getString(2) + " " + row.wasNull());
    }
  }

  // The driver finds the row to update by reading its key through its own getters.
  private static void update(Connection connection) throws SQLException {
    try (Statement statement =
            connection.createStatement(
                ResultSet.TYPE_SCROLL_INSENSITIVE, ResultSet.CONCUR_UPDATABLE);
        ResultSet row = statement.executeQuery("select email, full_name, note from people")) {
      row.next();
      row.updateString("note", "second");
      row.updateRow();
    }
    System.out.println(
        "intact: "
            + count(
                connection,
                Map.of(
                    "email", "needle.person@people.com",
                    "full_name", "Wilhelmina Needle",
                    "note", "second")));
  }

  private static long count(Connection connection, Map<String, String> values) throws SQLException {
    String where = String.join(" = ? and ", values.keySet()) + " = ?";
    String sql = "select count(*) from people where " + where;
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      int parameter = 1;
      for (String value : values.values()) {
        query.setString(parameter++, value);
      }
      try (ResultSet row = query.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  private static void closeHalfWay(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      ResultSet rows = statement.executeQuery("select told from planted order by channel");
      rows.next();
      rows.getString(1);
      rows.close();
      try {
        System.out.println("closed half-way: " + rows.getString(1));
      } catch (SQLException closed) {
        System.out.println("closed half-way: SQLException");
      }
    }
    try (PreparedStatement query =
        connection.prepareStatement("select told from planted where channel = 'halfway'")) {
      query.executeQuery().close();
      try (ResultSet row = query.executeQuery()) {
        row.next();
        System.out.println("after it: " + row.getString(1));
      }
    }
  }

  private static String text(Reader reader) throws IOException {
    try (reader) {
      StringWriter out = new StringWriter();
      reader.transferTo(out);
      return out.toString();
    }
  }

  private static String text(InputStream in) throws IOException {
    try (in) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static String text(byte[] bytes) {
    return bytes == null ? "null" : new String(bytes, StandardCharsets.UTF_8);
  }

  private static String text(Clob clob) throws SQLException {
    return clob == null ? "null" : clob.getSubString(1, (int) clob.length());
  }
}
