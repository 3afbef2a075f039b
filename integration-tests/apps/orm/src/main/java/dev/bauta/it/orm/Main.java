package dev.bauta.it.orm;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;

/** Changes rows that hold personal data, none of which it is to change. */
public final class Main {

  private Main() {}

  /** {@code <mapper> <JDBC URL>}. */
  public static void main(String[] arguments) throws Exception {
    String url = arguments[1];
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute(
          "create table persons (id integer primary key, full_name varchar(80),"
              + " mail varchar(80), note varchar(200), status varchar(10))");
      statement.execute(
          "insert into persons values"
              + " (1, 'Ada Lovelace', 'ada@example.com', 'mail to ada@example.com', 'new'),"
              + " (2, 'Grace Hopper', 'grace@example.com', '*** urgent *** [NAME]', 'new'),"
              + " (3, 'Alan Turing', 'alan@example.com', null, 'new'),"
              + " (4, '***', 'none', '***', 'new')");
    }
    try (Store store = store(arguments[0], url)) {
      for (int id = 1; id <= 4; id++) {
        store.change(id, "changed");
      }
      store.changeDetached(1, "later");
      System.out.println("found by mail: " + store.findByMailOf(2));
      try {
        store.saveCopy(3);
        System.out.println("copy: stored");
      } catch (Exception refused) {
        System.out.println("copy: " + root(refused).getMessage());
      }
      store.change(3, "end");
    }
    System.out.println("done");
  }

  private static Store store(String mapper, String url) {
    return switch (mapper) {
      case "jdbc" -> new PlainJdbc(url);
      case "hibernate" -> JpaStore.hibernate(url);
      case "eclipselink" -> JpaStore.eclipseLink(url);
      case "mybatis" -> new MyBatis(url);
      case "jooq" -> new Jooq(url);
      case "spring-data" -> new SpringData(url);
      default -> throw new IllegalArgumentException(mapper);
    };
  }

  private static Throwable root(Throwable thrown) {
    Throwable root = thrown;
    while (root.getCause() != null && root.getCause() != root) {
      root = root.getCause();
    }
    return root;
  }
}
