package dev.bauta.it.probe;

import java.io.Reader;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;

/** Reads planted values back with what every driver knows, and prints what it got. */
public final class OtherDriversProbe {

  private OtherDriversProbe() {}

  public static List<String> channels() {
    return List.of("index", "label", "object", "reader", "alias", "computed", "prepared");
  }

  /**
   * @param args the database's URL, user and password
   */
  public static void main(String[] args) throws Exception {
    try (Connection connection = DriverManager.getConnection(args[0], args[1], args[2])) {
      fill(connection);
      for (String channel : channels()) {
        System.out.println(channel + ": " + read(connection, channel));
      }
      try (Statement statement = connection.createStatement();
          ResultSet rows = statement.executeQuery("select full_name, harmless from probe_people")) {
        rows.next();
        System.out.println("rule: " + rows.getString(1) + " harmless: " + rows.getString(2));
      }
    }
    System.out.println("probe done");
  }

  private static void fill(Connection connection) throws Exception {
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "create table probe_people (channel varchar(20), note varchar(200),"
              + " full_name varchar(80), harmless varchar(80))");
    }
    try (PreparedStatement insert =
        connection.prepareStatement("insert into probe_people values (?, ?, ?, ?)")) {
      for (String channel : channels()) {
        insert.setString(1, channel);
        insert.setString(2, new Canary(channel).text());
        insert.setString(3, "Wilhelmina Ashworth");
        insert.setString(4, "a harmless text");
        insert.executeUpdate();
      }
    }
  }

  private static String read(Connection connection, String channel) throws Exception {
    String column = channel.equals("computed") ? "coalesce(note, 'x') as said" : "note as said";
    String sql = "select channel, " + column + " from probe_people where channel = ?";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, channel);
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        return switch (channel) {
          case "label", "alias" -> rows.getString("said");
          case "object" -> String.valueOf(rows.getObject(2));
          case "reader" -> text(rows.getCharacterStream(2));
          default -> rows.getString(2);
        };
      }
    }
  }

  private static String text(Reader reader) throws Exception {
    StringWriter text = new StringWriter();
    reader.transferTo(text);
    return text.toString();
  }
}
