package dev.bauta.service.store;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears from PostgreSQL that another instance has changed the grants, on a connection of its own.
 * Only makes it faster: whoever listens looks twice a second anyway, so while the connection is
 * away, or behind a pooler that swallows notifications, nothing is missed.
 */
public final class ChangeFeed implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ChangeFeed.class);
  private static final String CHANNEL = "bauta_grants";
  private static final int WAIT_MILLIS = 5_000;
  private static final long AGAIN_SECONDS = 5;

  private final String url;
  private final Properties properties;
  private final Runnable listener;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread thread = new Thread(this::loop, "change-feed");
  private volatile Connection connection;
  private boolean told;

  private ChangeFeed(String url, Properties properties, Runnable listener) {
    this.url = url;
    this.properties = properties;
    this.listener = listener;
  }

  /**
   * Starts listening.
   *
   * @param user null to leave it to the URL
   * @param listener runs on the feed's thread; must be quick and not throw
   */
  public static ChangeFeed start(String url, String user, String password, Runnable listener) {
    Properties properties = new Properties();
    if (user != null) properties.setProperty("user", user);
    if (password != null) properties.setProperty("password", password);
    properties.setProperty("ApplicationName", "bauta-grant-service-feed");
    // without it a connection whose other end vanished would be believed in for hours
    properties.setProperty("tcpKeepAlive", "true");
    ChangeFeed feed = new ChangeFeed(url, properties, listener);
    feed.thread.setDaemon(true);
    feed.thread.start();
    return feed;
  }

  /** Part of a transaction: heard by all instances when it is committed, never before. */
  static void tell(org.jdbi.v3.core.Handle handle) {
    handle.execute("select pg_notify('" + CHANNEL + "', current_schema())");
  }

  private void loop() {
    while (closing.getCount() > 0) {
      try {
        listen();
      } catch (SQLException e) {
        if (closing.getCount() > 0 && !told) {
          LOG.warn(
              "no notifications from the database ({}); looking twice a second goes on",
              e.getSQLState());
          told = true;
        }
      }
      pause();
    }
  }

  private void listen() throws SQLException {
    try (Connection open = DriverManager.getConnection(url, properties)) {
      connection = open;
      String schema = open.getSchema();
      try (Statement statement = open.createStatement()) {
        statement.execute("listen " + CHANNEL);
      }
      told = false;
      listener.run(); // what happened while nobody listened
      PGConnection postgres = open.unwrap(PGConnection.class);
      while (closing.getCount() > 0) {
        PGNotification[] heard = postgres.getNotifications(WAIT_MILLIS);
        // the channel is the database's, the tables are one schema's
        for (PGNotification one : heard == null ? new PGNotification[0] : heard) {
          if (one.getParameter().equals(schema)) {
            listener.run();
            break;
          }
        }
        if (!open.isValid(2)) return;
      }
    }
  }

  private void pause() {
    try {
      if (closing.await(AGAIN_SECONDS, TimeUnit.SECONDS)) LOG.debug("closed");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closing.countDown();
    Connection open = connection;
    if (open != null) {
      try {
        open.abort(Runnable::run);
      } catch (SQLException e) {
        LOG.debug("the feed's connection was gone already");
      }
    }
  }
}
