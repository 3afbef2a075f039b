package dev.bauta.agent.instrumentation.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bauta.agent.api.ClassHook;
import dev.bauta.agent.testing.Libraries;
import dev.bauta.agent.testing.Rewriter;
import dev.bauta.agent.testing.RewritingLoader;
import dev.bauta.agent.testing.TestAgent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The hook points of the drivers that spread their result sets over classes, in their published
 * jars; those of databases that do not run here, too.
 */
class NamedDriversTest {

  /** Data sources of the engine, and wrappers: what they hand on is masked by what made it. */
  private static final Set<String> NOT_HOOKED =
      Set.of("org/apache/derby/", "oracle/jdbc/proxy/", "oracle/jdbc/replay/");

  /** Statements that hand calls on to another of the same driver, and those that only refuse. */
  private static final Set<String> WRAPPERS =
      Set.of(
          "Wrapper",
          "Logical",
          "Brokered",
          "OracleClosedStatement",
          "OracleExecutingStatement",
          "org/apache/derby/catalog/Trigger", // tables made of code, inside the database
          "oracle/jdbc/proxy/",
          "oracle/jdbc/replay/");

  private final TestAgent agent = TestAgent.of(new JdbcInstrumentation());

  static Stream<Path> jars() {
    return Stream.of(
            "sqlite-jdbc-",
            "hsqldb-",
            "derby-",
            "derbyclient-",
            "mysql-connector-j-",
            "mariadb-java-client-",
            "mssql-jdbc-",
            "ojdbc11-")
        .flatMap(prefix -> Libraries.jars(prefix).stream());
  }

  @ParameterizedTest
  @MethodSource("jars")
  void everyHookPoint_isThere(Path jar) {
    List<String> missing = new ArrayList<>();
    int hooked = 0;
    for (ClassHook hook : new JdbcInstrumentation().hooks()) {
      byte[] classFile =
          hook.className() == null ? null : Libraries.classFile(jar, hook.className());
      if (classFile != null) {
        Rewriter.Result result = agent.rewriter().rewrite(classFile);
        missing.addAll(result.missing());
        hooked++;
      }
    }

    assertThat(missing).isEmpty();
    assertThat(hooked).isGreaterThanOrEqualTo(2);
  }

  /** For every class that is made, every getter in both forms stands in a hooked class. */
  @ParameterizedTest
  @MethodSource("jars")
  void everyGetter_ofEveryResultSet_isHooked(Path jar) {
    DriverClasses classes = DriverClasses.of(jar);
    Set<String> hooked = new TreeSet<>();
    for (Driver driver : Drivers.ALL) {
      hooked.addAll(driver.resultSetNames());
    }
    List<String> gaps = new ArrayList<>();
    int made = 0;
    for (String resultSet : classes.resultSets()) {
      if (NOT_HOOKED.stream().anyMatch(resultSet::startsWith)
          && !hooked.contains(resultSet)
          && !classes.superclasses(resultSet).stream().anyMatch(hooked::contains)) {
        continue;
      }
      made++;
      for (String point : ResultSetClass.ALL) {
        String declaring = classes.declaring(resultSet, point);
        if (declaring != null && !hooked.contains(declaring)) {
          gaps.add(resultSet + ": " + point + " stands in " + declaring);
        }
      }
    }

    assertThat(gaps).isEmpty();
    assertThat(made).isPositive();
  }

  /** Output parameters, too: what is no wrapper declares its getters in a hooked class. */
  @ParameterizedTest
  @MethodSource("jars")
  void everyGetter_ofEveryCallableStatement_isHooked(Path jar) {
    DriverClasses classes = DriverClasses.of(jar);
    List<String> gaps = new ArrayList<>();
    for (String statement : classes.callableStatements()) {
      if (WRAPPERS.stream().anyMatch(statement::contains)) {
        continue;
      }
      for (String point : ResultSetClass.ALL) {
        String declaring = point.endsWith(")") ? classes.declaring(statement, point) : null;
        if (declaring != null && !Statements.CALLABLE.contains(declaring)) {
          gaps.add(statement + ": " + point + " stands in " + declaring);
        }
      }
    }

    assertThat(gaps).isEmpty();
  }

  /** What is bound, too: what is no wrapper declares its setters in a hooked class. */
  @ParameterizedTest
  @MethodSource("jars")
  void everySetter_ofEveryStatement_isHooked(Path jar) {
    DriverClasses classes = DriverClasses.of(jar);
    Set<String> hooked = new TreeSet<>(Statements.PREPARED);
    hooked.addAll(Statements.MORE_SETTERS);
    hooked.addAll(Statements.CALLABLE);
    List<String> gaps = new ArrayList<>();
    for (String statement : classes.preparedStatements()) {
      if (WRAPPERS.stream().anyMatch(statement::contains)) {
        continue;
      }
      for (String setter : SetterRewrite.setters()) {
        for (String declaring : classes.allDeclaring(statement, setter)) {
          if (!hooked.contains(declaring)) {
            gaps.add(statement + ": " + setter + " stands in " + declaring);
          }
        }
      }
    }

    assertThat(gaps).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("jars")
  void everyReaderInsideTheDriver_isKnown(Path jar) {
    Set<String> known = new TreeSet<>(READ_MASKED);
    for (Driver driver : Drivers.ALL) {
      known.addAll(driver.readers());
      known.addAll(driver.resultSetNames());
    }

    assertThat(DriverClasses.of(jar).readers())
        .filteredOn(reader -> !reader.startsWith("com/mysql/cj/jdbc/DatabaseMetaData$")) // inside
        .filteredOn(reader -> !reader.startsWith("oracle/jdbc/proxy/")) // wrappers
        .isSubsetOf(known);
  }

  @ParameterizedTest
  @MethodSource("jars")
  void everyHookedClass_passesTheVerifier(Path jar) throws Exception {
    List<String> verified = new ArrayList<>();
    try (RewritingLoader loader = agent.load(jar)) {
      for (ClassHook hook : new JdbcInstrumentation().hooks()) {
        if (hook.className() == null || Libraries.classFile(jar, hook.className()) == null) {
          continue;
        }
        String name = hook.className().replace('/', '.');
        try {
          Class.forName(name, true, loader);
          verified.add(name);
        } catch (NoClassDefFoundError | ExceptionInInitializerError e) {
          // of an optional library, or of the database that is not there; a VerifyError is neither
          verified.add(name);
        }
      }
    }
    assertThat(verified).isNotEmpty();
  }

  /** Ways out for a person or a file, values of the application's own statement, wrappers. */
  private static final Set<String> READ_MASKED =
      Set.of(
          "com/mysql/cj/jdbc/CallableStatement",
          "org/mariadb/jdbc/BaseCallableStatement",
          "org/hsqldb/util/DatabaseManager",
          "org/hsqldb/util/DatabaseManagerSwing",
          "org/apache/derby/iapi/tools/i18n/LocalizedResource",
          "org/apache/derby/vti/ForwardingVTI",
          "org/apache/derby/vti/VTITemplate",
          "oracle/jdbc/rowset/OracleCachedRowSet",
          "oracle/jdbc/rowset/OracleJDBCRowSet",
          "org/apache/derby/impl/load/ExportAbstract",
          "org/apache/derby/impl/load/ImportAbstract",
          "org/sqlite/jdbc3/JDBC3DatabaseMetaData$PrimaryKeyFinder", // made inside what is marked
          "oracle/jdbc/driver/AbstractShardingResultSet",
          "oracle/jdbc/replay/driver/TxnReplayableResultSet");
}
