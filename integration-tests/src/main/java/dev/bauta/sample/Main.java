package dev.bauta.sample;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts the customer desk and runs until the process is asked to stop. */
public final class Main {

  private static final Logger log = LoggerFactory.getLogger(Main.class);

  private Main() {}

  /**
   * @param args none; system properties {@code desk.*} say how it runs, see {@link Settings}
   * @throws Exception where the database or the port cannot be had
   */
  public static void main(String[] args) throws Exception {
    Settings settings = Settings.from(System.getProperties());
    HikariDataSource database = database(settings);
    new MadeUpPeople().moveInto(database, settings.customers());
    WebServer server = new WebServer(settings, new CustomerStore(database));
    CountDownLatch stopped = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> stop(server, database, stopped), "desk-stop"));
    server.start();
    System.out.println("Customer desk ready: " + server.url());
    stopped.await();
  }

  private static HikariDataSource database(Settings settings) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("desk");
    config.setJdbcUrl(settings.jdbcUrl());
    config.setUsername(settings.jdbcUser());
    config.setPassword(settings.jdbcPassword());
    config.setMaximumPoolSize(8);
    return new HikariDataSource(config);
  }

  private static void stop(WebServer server, HikariDataSource database, CountDownLatch stopped) {
    try {
      server.stop();
    } catch (Exception failed) {
      log.warn("The server did not stop cleanly", failed);
    }
    database.close();
    stopped.countDown();
  }
}
