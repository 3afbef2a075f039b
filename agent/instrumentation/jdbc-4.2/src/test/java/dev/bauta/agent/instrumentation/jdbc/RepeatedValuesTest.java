package dev.bauta.agent.instrumentation.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bauta.agent.testing.TestAgent;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

/** Values that come again are not looked at again; personal ones are. */
class RepeatedValuesTest {

  private static final int ROWS = 1_000;

  private final TestAgent agent = TestAgent.of(new JdbcInstrumentation());

  @Test
  void cleanValues_areLookedAtAFewTimes_andPersonalOnesAlwaysMasked() throws SQLException {
    int before = agent.masking().texts();
    try (Connection connection = people();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select state, note from people")) {
      while (rows.next()) {
        assertThat(rows.getString(1)).isEqualTo("sent");
        String note = rows.getString(2);
        assertThat(note).isIn("mail to [EMAIL]", "nothing to tell");
      }
    }
    int looks = agent.masking().texts() - before;
    assertThat(looks).isGreaterThan(ROWS / 2).isLessThan(ROWS / 2 + 100);
    assertThat(agent.masking().failures()).isEmpty();
  }

  @Test
  void whatAGrantShowed_isMaskedInTheSameRowsWhenItIsOver() throws SQLException {
    try (Connection connection = people();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select note from people where note like '%@%'")) {
      agent.masking().granting("grace");
      agent.viewers().place()[0] = agent.viewers().viewer(() -> "grace");
      for (int i = 0; i < 100; i++) {
        rows.next();
        assertThat(rows.getString(1)).isNotNull();
      }
      agent.masking().revoking("grace");
      while (rows.next()) {
        assertThat(rows.getString(1)).isEqualTo("mail to [EMAIL]");
      }
    } finally {
      agent.viewers().place()[0] = null;
    }
  }

  private Connection people() throws SQLException {
    Connection connection = Database.rewritten(agent, DriverJars.NEWEST_H2);
    Database.execute(
        connection,
        "create table people as select 'sent' as state, case when mod(x, 2) = 0"
            + " then 'mail to ada@example.com' else 'nothing to tell' end as note"
            + " from system_range(1, "
            + ROWS
            + ")");
    return connection;
  }
}
