package dev.bauta.agent.instrumentation.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bauta.agent.testing.Libraries;
import dev.bauta.agent.testing.RewritingLoader;
import dev.bauta.agent.testing.TestAgent;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Pools and statement loggers between the application and the driver: masked, and only once. */
class PoolsTest {

  static {
    System.setProperty("p6spy.config.logfile", "target/spy.log"); // not into the sources
  }

  private static final AtomicInteger COUNT = new AtomicInteger();

  /** What stands in between. */
  enum Pool {
    DBCP2(
        "org.apache.commons.dbcp2.BasicDataSource",
        Map.of("setDriverClassName", "org.h2.Driver"),
        "setUrl",
        "commons-dbcp2-",
        "commons-pool2-",
        "commons-logging-"),
    DRUID(
        "com.alibaba.druid.pool.DruidDataSource",
        Map.of("setDriverClassName", "org.h2.Driver", "setFilters", "stat"),
        "setUrl",
        "druid-"),
    C3P0(
        "com.mchange.v2.c3p0.ComboPooledDataSource",
        Map.of("setDriverClass", "org.h2.Driver"),
        "setJdbcUrl",
        "c3p0-",
        "mchange-commons-java-"),
    TOMCAT(
        "org.apache.tomcat.jdbc.pool.DataSource",
        Map.of("setDriverClassName", "org.h2.Driver"),
        "setUrl",
        "tomcat-jdbc-",
        "tomcat-juli-"),
    P6SPY("com.p6spy.engine.spy.P6DataSource", Map.of(), null, "p6spy-"),
    DATASOURCE_PROXY(
        "net.ttddyy.dsproxy.support.ProxyDataSource", Map.of(), null, "datasource-proxy-");

    private final String type;
    private final Map<String, String> settings;
    private final String url;
    private final String[] jars;

    Pool(String type, Map<String, String> settings, String url, String... jars) {
      this.type = type;
      this.settings = settings;
      this.url = url;
      this.jars = jars;
    }

    List<Path> jars() {
      List<Path> found = new ArrayList<>(List.of(DriverJars.NEWEST_H2));
      found.addAll(Libraries.jars("slf4j-"));
      for (String jar : jars) {
        found.addAll(Libraries.jars(jar));
      }
      return found;
    }

    DataSource open(RewritingLoader loader) throws ReflectiveOperationException {
      String database = "jdbc:h2:mem:pool" + COUNT.incrementAndGet() + ";DB_CLOSE_DELAY=-1";
      Class<?> pool = Class.forName(type, true, loader);
      if (url == null) { // it stands before another one
        DataSource h2 = loader.create("org.h2.jdbcx.JdbcDataSource", DataSource.class);
        h2.getClass().getMethod("setURL", String.class).invoke(h2, database);
        return (DataSource) pool.getConstructor(DataSource.class).newInstance(h2);
      }
      Object made = pool.getConstructor().newInstance();
      for (Map.Entry<String, String> setting : settings.entrySet()) {
        pool.getMethod(setting.getKey(), String.class).invoke(made, setting.getValue());
      }
      pool.getMethod(url, String.class).invoke(made, database);
      return (DataSource) made;
    }
  }

  private final TestAgent agent = TestAgent.of(new JdbcInstrumentation());

  @ParameterizedTest
  @EnumSource
  void whatComesThrough_isMaskedOnce(Pool pool) throws Exception {
    agent.masking().rule("name", "name");
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try (RewritingLoader loader = agent.load(pool.jars())) {
      thread.setContextClassLoader(loader); // some pools look for their drivers there
      DataSource source = pool.open(loader);
      try (Connection connection = source.getConnection()) {
        Database.execute(
            connection,
            "create table people (name varchar(80), note varchar(80))",
            "insert into people values ('Ada Lovelace', 'mail to ada@example.com')");
        read(connection);
      } finally {
        if (source instanceof AutoCloseable closeable) {
          closeable.close();
        }
      }
    } finally {
      thread.setContextClassLoader(before);
    }
    assertThat(agent.masking().failures()).isEmpty();
  }

  private void read(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select name, note from people")) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.getString(1)).isEqualTo("[NAME]");
      int looked = agent.masking().texts();
      assertThat(rows.getString("note")).isEqualTo("mail to [EMAIL]");
      assertThat(agent.masking().texts()).as("looks at one value").isEqualTo(looked + 1);
      assertThat(rows.getObject(2)).isEqualTo("mail to [EMAIL]");
      ResultSet inner = rows.isWrapperFor(ResultSet.class) ? rows.unwrap(ResultSet.class) : rows;
      assertThat(inner.getString(2)).isEqualTo("mail to [EMAIL]");
    }
  }
}
