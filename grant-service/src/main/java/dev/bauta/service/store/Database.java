package dev.bauta.service.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.util.Properties;
import java.util.function.Supplier;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/**
 * The open database, its schema brought up to date. SQLite has one connection that writes, since it
 * has one writer anyway, and a few that read; PostgreSQL has one pool for both. Thread-safe.
 */
public final class Database implements AutoCloseable {
  private static final int READERS = 4;
  private static final int POSTGRES_CONNECTIONS = 10;

  private final HikariDataSource writing;
  private final HikariDataSource reading;
  private final Jdbi writer;
  private final Jdbi reader;

  private Database(HikariDataSource writing, HikariDataSource reading) {
    this.writing = writing;
    this.reading = reading;
    this.writer = jdbi(writing);
    this.reader = jdbi(reading);
  }

  /** Opens or creates the file. */
  public static Database sqlite(Path file) {
    return sqlite(file, true);
  }

  /** Opens a file that is there, for reading what it says: its schema is left as it is. */
  public static Database sqliteAsItIs(Path file) {
    return sqlite(file, false);
  }

  private static Database sqlite(Path file, boolean migrate) {
    // FULL: a commit that was answered survives a power cut; IMMEDIATE: writers wait instead of
    // failing half-way
    Properties properties = new Properties();
    properties.setProperty("journal_mode", "WAL");
    properties.setProperty("synchronous", "FULL");
    properties.setProperty("busy_timeout", "10000");
    properties.setProperty("foreign_keys", "on");
    properties.setProperty("transaction_mode", "IMMEDIATE");
    String url = "jdbc:sqlite:" + file.toAbsolutePath();
    HikariDataSource writing = pool("sqlite-writer", url, properties, 1);
    return opened(writing, migrate, () -> pool("sqlite-readers", url, properties, READERS));
  }

  /**
   * Connects to a server.
   *
   * @param url {@code jdbc:postgresql://host/database}
   * @param user null to leave it to the URL
   */
  public static Database postgres(String url, String user, String password) {
    Properties properties = new Properties();
    if (user != null) properties.setProperty("user", user);
    if (password != null) properties.setProperty("password", password);
    properties.setProperty("ApplicationName", "bauta-grant-service");
    HikariDataSource pool = pool("postgresql", url, properties, POSTGRES_CONNECTIONS);
    return opened(pool, true, () -> pool);
  }

  /** Whether other processes may be working on it: with SQLite this is the only one. */
  public boolean isShared() {
    return writing == reading;
  }

  private static Database opened(
      HikariDataSource writing, boolean migrate, Supplier<HikariDataSource> reading) {
    try {
      if (migrate)
        Flyway.configure(Database.class.getClassLoader())
            .dataSource(writing)
            .locations("classpath:db/migration")
            .load()
            .migrate();
      return new Database(writing, reading.get());
    } catch (RuntimeException e) {
      writing.close();
      throw e;
    }
  }

  private static HikariDataSource pool(String name, String url, Properties properties, int size) {
    HikariConfig config = new HikariConfig();
    config.setPoolName(name);
    config.setJdbcUrl(url);
    config.setDataSourceProperties(properties);
    config.setMaximumPoolSize(size);
    config.setMinimumIdle(Math.min(size, 2));
    config.setConnectionTimeout(15_000);
    return new HikariDataSource(config);
  }

  private static Jdbi jdbi(HikariDataSource source) {
    Jdbi jdbi = Jdbi.create(source);
    // an exception that quotes its arguments would carry reasons and data subjects into logs
    jdbi.getConfig(StatementExceptions.class).setMessageRendering(MessageRendering.NONE);
    return jdbi;
  }

  /** One transaction; exceptions pass as they are. */
  <T> T write(HandleCallback<T, RuntimeException> work) {
    return writer.inTransaction(work);
  }

  /** Statements that only read, each for itself. */
  <T> T read(String what, HandleCallback<T, RuntimeException> work) {
    try {
      return reader.withHandle(work);
    } catch (org.jdbi.v3.core.JdbiException e) {
      throw new StoreException("cannot read " + what, e);
    }
  }

  /** Several statements that see the database at one moment. */
  <T> T snapshot(String what, HandleCallback<T, RuntimeException> work) {
    try {
      return writer.inTransaction(TransactionIsolationLevel.SERIALIZABLE, work);
    } catch (org.jdbi.v3.core.JdbiException e) {
      throw new StoreException("cannot read " + what, e);
    }
  }

  static long next(Handle handle, String counter) {
    return handle
        .createQuery("update counter set value = value + 1 where name = :name returning value")
        .bind("name", counter)
        .mapTo(Long.class)
        .one();
  }

  /** Whether the database answers. */
  public boolean isAlive() {
    try {
      return read("nothing", h -> h.createQuery("select 1").mapTo(Integer.class).one()) == 1;
    } catch (RuntimeException e) {
      return false;
    }
  }

  @Override
  public void close() {
    reading.close();
    writing.close();
  }
}
