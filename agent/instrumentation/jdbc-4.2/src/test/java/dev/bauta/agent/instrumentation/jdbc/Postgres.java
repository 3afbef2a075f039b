package dev.bauta.agent.instrumentation.jdbc;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;

/** One real server for all tests of this JVM. */
final class Postgres {

  private static final EmbeddedPostgres SERVER = start();

  private Postgres() {}

  static String url() {
    return SERVER.getJdbcUrl("postgres", "postgres");
  }

  private static EmbeddedPostgres start() {
    try {
      return EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
