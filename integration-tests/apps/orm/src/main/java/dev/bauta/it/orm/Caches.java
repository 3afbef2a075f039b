package dev.bauta.it.orm;

import dev.bauta.annotations.Viewer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.Callable;

/** Several people read and save the same rows through one cache. Grace holds a grant. */
public final class Caches {

  private Caches() {}

  /** {@code <mapper> <JDBC URL>}. */
  public static void main(String[] arguments) throws Exception {
    String url = arguments[1];
    execute(
        url,
        "create table persons (id integer primary key, full_name varchar(80),"
            + " mail varchar(80), note varchar(200), status varchar(10))");
    execute(
        url,
        "insert into persons values"
            + " (1, 'Ada Lovelace', 'ada@example.com', 'mail to ada@example.com', 'new'),"
            + " (2, 'Grace Hopper', 'grace@example.com', '*** urgent ***', 'new'),"
            + " (3, 'Alan Turing', 'alan@example.com', null, 'new')");
    waitForGrants(url);
    try (CachedRows rows = rows(arguments[0], url)) {
      show("nobody, first", () -> rows.find(1).mail);
      show("grace, second", () -> Viewer.call("grace", () -> rows.find(1).mail));
      show("nobody, third", () -> rows.find(1).mail);
      show("grace, first", () -> Viewer.call("grace", () -> rows.find(2).mail));
      show("nobody, second", () -> rows.find(2).mail);
      show("grace, by query", () -> Viewer.call("grace", () -> rows.mailByQuery(3)));
      show("nobody, by query", () -> rows.mailByQuery(3));

      Viewer.run("grace", () -> rows.change(1, "by grace"));
      show("saved by grace", () -> rows.find(1).mail);
      rows.change(2, "once");
      rows.change(2, "twice");
      show("saved by nobody", () -> Viewer.call("grace", () -> rows.find(2).mail));
      rows.insert(CachedPerson.of(4, "Edsger Dijkstra", "edsger@example.com"));
      show("inserted raw", () -> rows.find(4).mail);
      System.out.println("statuses: " + rows.find(1).status + ", " + rows.find(2).status);

      rows.find(3);
      execute(url, "update persons set status = 'behind' where id = 3");
      boolean kept = !rows.find(3).status.equals("behind");
      System.out.println("read again from the " + (kept ? "cache" : "database"));
    }
    System.out.println("done");
  }

  private static void show(String who, Callable<String> read) throws Exception {
    String mail = read.call();
    System.out.println(who + ": " + (mail.matches("[a-z]+@example.com") ? "raw" : "masked"));
  }

  private static CachedRows rows(String mapper, String url) {
    return switch (mapper) {
      case "hibernate" -> CachedJpa.hibernate(url);
      case "eclipselink" -> CachedJpa.eclipseLink(url);
      case "mybatis" -> new CachedMyBatis(url);
      default -> throw new IllegalArgumentException(mapper);
    };
  }

  private static void execute(String url, String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static void waitForGrants(String url) throws Exception {
    for (int i = 0; i < 300; i++) {
      if (Viewer.call("grace", () -> firstMail(url)).equals("ada@example.com")) {
        return;
      }
      Thread.sleep(100);
    }
    throw new IllegalStateException("no grant came");
  }

  private static String firstMail(String url) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select mail from persons where id = 1")) {
      row.next();
      return row.getString(1);
    }
  }
}
