package dev.bauta.it.orm;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** As one writes it by hand. */
record PlainJdbc(String url) implements Store {

  private record Row(int id, String name, String mail, String note) {}

  @Override
  public void change(int id, String status) throws SQLException {
    Row row = read(id);
    write(row, row.mail, status);
  }

  @Override
  public void changeDetached(int id, String status) throws SQLException {
    change(id, status);
  }

  @Override
  public int findByMailOf(int id) throws SQLException {
    String mail = read(id).mail;
    try (Connection connection = DriverManager.getConnection(url);
        PreparedStatement find =
            connection.prepareStatement("select id from persons where mail = ?")) {
      find.setString(1, mail);
      int found = 0;
      try (ResultSet rows = find.executeQuery()) {
        while (rows.next()) {
          found++;
        }
      }
      return found;
    }
  }

  @Override
  public void saveCopy(int id) throws SQLException {
    Row row = read(id);
    write(row, new String(row.mail), "copied");
  }

  private Row read(int id) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        PreparedStatement find =
            connection.prepareStatement("select * from persons where id = ?")) {
      find.setInt(1, id);
      try (ResultSet rows = find.executeQuery()) {
        rows.next();
        return new Row(
            id, rows.getString("full_name"), rows.getString(3), (String) rows.getObject("note"));
      }
    }
  }

  private void write(Row row, String mail, String status) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        PreparedStatement save =
            connection.prepareStatement(
                "update persons set full_name = ?, mail = ?, note = ?, status = ? where id = ?")) {
      save.setString(1, row.name);
      save.setObject(2, mail);
      save.setString(3, row.note);
      save.setString(4, status);
      save.setInt(5, row.id);
      save.addBatch();
      save.executeBatch();
    }
  }
}
