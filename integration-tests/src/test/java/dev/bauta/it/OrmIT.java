package dev.bauta.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bauta.it.ForkedJvm.Outcome;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Entities whose values came out masked are changed and saved again: the table is then what it is
 * without the agent.
 */
class OrmIT {

  private static final String RULES = "rules:\n  - column: full_name\n    type: name\n";

  /** A mapper and where its libraries are. */
  record Case(Jdk jdk, String mapper, String application) {

    /** EclipseLink compares: a copy is no change to it, and it does not write the column. */
    String refusal() {
      return mapper.equals("eclipselink")
          ? "copy: stored"
          : "is a copy of a masked value of type email, read as ";
    }

    @Override
    public String toString() {
      return mapper + " of " + application + " on " + jdk;
    }
  }

  static List<Case> cases() {
    List<Case> cases = new ArrayList<>();
    for (Jdk jdk : Jdks.all()) {
      cases.add(new Case(jdk, "jdbc", "orm"));
      cases.add(new Case(jdk, "hibernate", "orm-hibernate-5"));
      cases.add(new Case(jdk, "hibernate", "orm"));
      cases.add(new Case(jdk, "hibernate", "orm-hibernate-7"));
      cases.add(new Case(jdk, "eclipselink", "orm"));
      cases.add(new Case(jdk, "mybatis", "orm"));
      cases.add(new Case(jdk, "jooq", "orm"));
      cases.add(new Case(jdk, "spring-data", "orm"));
    }
    return cases;
  }

  @ParameterizedTest
  @MethodSource("cases")
  void savedAgain_theTableIsAsWithoutTheAgent(Case tried) throws SQLException {
    Path folder = Layout.scratch(tried.toString());
    Path config = ConfigFile.write(folder, RULES);
    Outcome masked =
        run(new ForkedJvm(tried.jdk()).agent("config=" + config), tried, folder.resolve("masked"));
    Outcome raw = run(new ForkedJvm(tried.jdk()), tried, folder.resolve("raw"));

    assertThat(masked.exit()).as(masked.text()).isZero();
    assertThat(raw.exit()).as(raw.text()).isZero();
    assertThat(masked.text())
        .contains("found by mail: 1", "done")
        .contains(tried.refusal())
        .doesNotContain("alan@", "NOT PROTECTED", "VerifyError");
    assertThat(raw.text()).contains("found by mail: 1", "copy: stored", "done");
    assertThat(table(folder.resolve("masked")))
        .isEqualTo(table(folder.resolve("raw")))
        .containsExactly(
            "1|Ada Lovelace|ada@example.com|mail to ada@example.com|later",
            "2|Grace Hopper|grace@example.com|*** urgent *** [NAME]|changed",
            "3|Alan Turing|alan@example.com|null|end",
            "4|***|none|***|changed");
  }

  private static Outcome run(ForkedJvm jvm, Case tried, Path database) {
    return jvm.classPath(Layout.app("orm", "classes"))
        .classPath(Layout.jars(Layout.app(tried.application(), "lib")))
        .run("dev.bauta.it.orm.Main", tried.mapper(), url(database));
  }

  /** Read here, where there is no agent. */
  private static List<String> table(Path database) throws SQLException {
    List<String> lines = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection(url(database));
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select id, full_name, mail, note, status from persons order by id")) {
      while (rows.next()) {
        List<String> values = new ArrayList<>();
        for (int column = 1; column <= 5; column++) {
          values.add(rows.getString(column));
        }
        lines.add(String.join("|", values.stream().map(String::valueOf).toList()));
      }
    }
    return lines;
  }

  private static String url(Path database) {
    return "jdbc:h2:file:" + database.toAbsolutePath();
  }
}
