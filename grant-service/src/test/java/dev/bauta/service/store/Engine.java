package dev.bauta.service.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/** The two real databases every test of the store runs on. */
public enum Engine {
  SQLITE {
    @Override
    public Database open() {
      try {
        return Database.sqlite(Files.createTempDirectory("bauta-test").resolve("bauta.db"));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  },
  POSTGRESQL {
    @Override
    public Database open() {
      return Database.postgres(newSchema(), "postgres", "postgres");
    }
  };

  /** A new, empty database with the schema in it. */
  public abstract Database open();

  /** The URL of an empty schema on the test run's one PostgreSQL server. */
  public static String newSchema() {
    String schema = "t" + Server.SCHEMAS.incrementAndGet();
    try (Connection connection = Server.INSTANCE.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("create schema " + schema);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return Server.INSTANCE.getJdbcUrl("postgres", "postgres") + "&currentSchema=" + schema;
  }

  private static final class Server {
    static final AtomicInteger SCHEMAS = new AtomicInteger();
    static final EmbeddedPostgres INSTANCE = start();

    private static EmbeddedPostgres start() {
      try {
        Path folder = Files.createTempDirectory("bauta-postgres");
        return EmbeddedPostgres.builder()
            .setOverrideWorkingDirectory(folder.toFile())
            .setServerConfig("max_connections", "200")
            .setServerConfig("fsync", "off")
            .start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
