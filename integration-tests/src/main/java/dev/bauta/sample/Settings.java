package dev.bauta.sample;

import java.util.Properties;

/**
 * How the desk runs, read once from the system properties.
 *
 * @param port the HTTP port; 0 takes a free one
 * @param jdbcUrl where the customers are; H2 in memory by default
 * @param customers how many customers are made up when the database is empty
 */
record Settings(int port, String jdbcUrl, String jdbcUser, String jdbcPassword, int customers) {

  static Settings from(Properties properties) {
    return new Settings(
        Integer.parseInt(properties.getProperty("desk.port", "8080")),
        properties.getProperty("desk.jdbc.url", "jdbc:h2:mem:desk;DB_CLOSE_DELAY=-1"),
        properties.getProperty("desk.jdbc.user", "sa"),
        properties.getProperty("desk.jdbc.password", ""),
        Integer.parseInt(properties.getProperty("desk.customers", "200")));
  }
}
