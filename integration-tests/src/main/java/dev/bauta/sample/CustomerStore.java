package dev.bauta.sample;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.sql.DataSource;

/** Reads customers and orders. Thread-safe: every call takes a connection of its own. */
final class CustomerStore {

  private static final int PAGE = 25;

  private final DataSource database;

  CustomerStore(DataSource database) {
    this.database = database;
  }

  Optional<Customer> customer(long id) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement query =
            connection.prepareStatement("select * from customers where id = ?")) {
      query.setLong(1, id);
      try (ResultSet rows = query.executeQuery()) {
        return rows.next() ? Optional.of(customer(rows)) : Optional.empty();
      }
    }
  }

  /** The first customers whose name or e-mail address has the text in it, in the order of names. */
  List<Customer> search(String text) throws SQLException {
    String sql =
        "select * from customers where lower(full_name) like ? or lower(email) like ?"
            + " order by full_name, id";
    try (Connection connection = database.getConnection();
        PreparedStatement query = connection.prepareStatement(sql)) {
      String pattern = "%" + text.toLowerCase(Locale.ROOT) + "%";
      query.setString(1, pattern);
      query.setString(2, pattern);
      query.setMaxRows(PAGE);
      List<Customer> found = new ArrayList<>();
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          found.add(customer(rows));
        }
      }
      return found;
    }
  }

  Optional<Order> order(long id) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement query =
            connection.prepareStatement("select * from orders where id = ?")) {
      query.setLong(1, id);
      try (ResultSet rows = query.executeQuery()) {
        return rows.next() ? Optional.of(order(rows)) : Optional.empty();
      }
    }
  }

  /** The customer's index card: one line a column, straight from the row. */
  Optional<String> card(long id) throws SQLException {
    String sql =
        "select full_name, email, phone, date_of_birth, ssn, iban, street, city, remark"
            + " from customers where id = ?";
    try (Connection connection = database.getConnection();
        PreparedStatement query = connection.prepareStatement(sql)) {
      query.setLong(1, id);
      try (ResultSet rows = query.executeQuery()) {
        return rows.next() ? Optional.of(card(rows)) : Optional.empty();
      }
    }
  }

  /**
   * Reads a customer, changes the city and writes every column, as most mappers do.
   *
   * @return whether there is such a customer
   */
  boolean move(long id, String city) throws SQLException {
    Optional<Customer> found = customer(id);
    if (found.isEmpty()) {
      return false;
    }
    Customer customer = found.get();
    String sql =
        "update customers set full_name = ?, email = ?, phone = ?, date_of_birth = ?, ssn = ?,"
            + " iban = ?, street = ?, city = ?, remark = ? where id = ?";
    try (Connection connection = database.getConnection();
        PreparedStatement update = connection.prepareStatement(sql)) {
      update.setString(1, customer.fullName());
      update.setString(2, customer.email());
      update.setString(3, customer.phone());
      update.setObject(4, customer.born());
      update.setString(5, customer.ssn());
      update.setString(6, customer.iban());
      update.setString(7, customer.street());
      update.setString(8, city);
      update.setString(9, customer.remark());
      update.setLong(10, id);
      return update.executeUpdate() == 1;
    }
  }

  private static String card(ResultSet row) throws SQLException {
    StringBuilder card = new StringBuilder();
    int columns = row.getMetaData().getColumnCount();
    for (int column = 1; column <= columns; column++) {
      String label = row.getMetaData().getColumnLabel(column).toLowerCase(Locale.ROOT);
      Object value = row.getObject(column);
      card.append(String.format(Locale.ROOT, "%-14s %s%n", label, value == null ? "-" : value));
    }
    return card.toString();
  }

  private static Customer customer(ResultSet row) throws SQLException {
    return new Customer(
        row.getLong("id"),
        row.getString("full_name"),
        row.getString("email"),
        row.getString("phone"),
        row.getObject("date_of_birth", LocalDate.class),
        row.getString("ssn"),
        row.getString("iban"),
        row.getString("street"),
        row.getString("city"),
        row.getString("remark"));
  }

  private static Order order(ResultSet row) throws SQLException {
    return new Order(
        row.getLong("id"),
        row.getLong("customer_id"),
        row.getString("item"),
        row.getLong("cents"),
        row.getString("card_number"),
        row.getString("deliver_to"),
        row.getObject("ordered", LocalDate.class),
        row.getString("remark"));
  }
}
