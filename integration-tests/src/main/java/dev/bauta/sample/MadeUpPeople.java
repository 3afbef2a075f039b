package dev.bauta.sample;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Random;
import javax.sql.DataSource;
import net.datafaker.Faker;
import net.datafaker.providers.base.Finance.CreditCardType;

/** Fills an empty database with people who do not exist; the same ones every time. */
final class MadeUpPeople {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 2);
  private static final String[] TABLES = {
    "create table if not exists customers (id bigint primary key, full_name varchar(120) not null,"
        + " email varchar(160) not null, phone varchar(40), date_of_birth date, ssn varchar(11),"
        + " iban varchar(34), street varchar(160), city varchar(80), remark varchar(400))",
    "create table if not exists orders (id bigint primary key, customer_id bigint not null"
        + " references customers, item varchar(120) not null, cents bigint not null,"
        + " card_number varchar(23), deliver_to varchar(240), ordered date, remark varchar(400))"
  };

  private final Random random = new Random(1608);
  private final Faker faker = new Faker(Locale.US, random);

  /** Creates the tables where they are missing, and the people where there are none. */
  void moveInto(DataSource database, int count) throws SQLException {
    try (Connection connection = database.getConnection()) {
      createTables(connection);
      if (!isEmpty(connection)) {
        return;
      }
      connection.setAutoCommit(false);
      for (int id = 1; id <= count; id++) {
        insertCustomer(connection, id);
      }
      connection.commit();
      connection.setAutoCommit(true);
    }
  }

  private static void createTables(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String table : TABLES) {
        statement.execute(table);
      }
    }
  }

  private static boolean isEmpty(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select count(*) from customers")) {
      return rows.next() && rows.getLong(1) == 0;
    }
  }

  private void insertCustomer(Connection connection, int id) throws SQLException {
    String first = faker.name().firstName();
    String last = faker.name().lastName();
    String email = email(first, last);
    String phone = phone();
    String street = faker.address().streetAddress();
    String city = faker.address().city();
    String sql = "insert into customers values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      insert.setLong(1, id);
      insert.setString(2, first + " " + last);
      insert.setString(3, email);
      insert.setString(4, phone);
      insert.setObject(5, TODAY.minusDays(7_000 + random.nextInt(20_000)));
      insert.setString(6, faker.idNumber().ssnValid());
      insert.setString(7, faker.finance().iban("DE"));
      insert.setString(8, street);
      insert.setString(9, city);
      insert.setString(10, remark(email, phone));
      insert.executeUpdate();
    }
    for (int order = 0; order < 2; order++) {
      insertOrder(connection, id * 10L + order, id, street + ", " + city, email);
    }
  }

  private void insertOrder(Connection connection, long id, long customer, String to, String email)
      throws SQLException {
    String sql = "insert into orders values (?, ?, ?, ?, ?, ?, ?, ?)";
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      insert.setLong(1, id);
      insert.setLong(2, customer);
      insert.setString(3, faker.commerce().productName());
      insert.setLong(4, 990 + random.nextInt(50_000));
      insert.setString(5, faker.finance().creditCard(CreditCardType.VISA));
      insert.setString(6, to);
      insert.setObject(7, TODAY.minusDays(random.nextInt(300)));
      insert.setString(8, random.nextInt(3) == 0 ? "Invoice to " + email : null);
      insert.executeUpdate();
    }
  }

  private static String email(String first, String last) {
    String local = (first + "." + last).toLowerCase(Locale.ROOT).replaceAll("[^a-z.]", "");
    return local + "@example.com";
  }

  /** A number of the block that is kept free for made-up people. */
  private String phone() {
    return String.format(Locale.ROOT, "+1 212 555 01%02d", random.nextInt(100));
  }

  private String remark(String email, String phone) {
    return switch (random.nextInt(3)) {
      case 0 -> "Prefers mail to " + email;
      case 1 -> "Call back on " + phone + " after 5 pm";
      default -> "Asked for a paper catalogue";
    };
  }
}
