package dev.bauta.agent.instrumentation.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bauta.agent.testing.TestAgent;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What procedures hand back, by index and by name. */
class OutputParametersTest {

  private static final String MAIL = "mail to ada@example.com";
  private static final String MASKED = "mail to [EMAIL]";

  private static final String PROPERTY = "bauta.test.mail";

  private final TestAgent agent = TestAgent.of(new JdbcInstrumentation());

  static Stream<Path> postgresql() {
    return DriverJars.postgresql().stream();
  }

  static Stream<Path> h2() {
    return DriverJars.h2().stream();
  }

  @ParameterizedTest
  @EnumSource(names = {"HSQLDB_2_5", "HSQLDB"})
  void hsqldb_isMaskedByNameAndContent_andWithoutTheAgentItShows(Embedded database)
      throws Exception {
    agent.masking().rule("full_name", "name").rule("room", "pii", true);
    for (boolean masked : List.of(true, false)) {
      try (Connection connection = masked ? database.rewritten(agent) : database.untouched()) {
        Database.execute(
            connection,
            "create procedure tell(out full_name varchar(40), out note varchar(80),"
                + " out room integer, out clean varchar(40)) begin atomic"
                + " set full_name = 'Ada Lovelace'; set note = '"
                + MAIL
                + "';"
                + " set room = 815; set clean = 'plain'; end");
        try (CallableStatement call = connection.prepareCall("{call tell(?, ?, ?, ?)}")) {
          call.registerOutParameter(1, Types.VARCHAR);
          call.registerOutParameter(2, Types.VARCHAR);
          call.registerOutParameter(3, Types.INTEGER);
          call.registerOutParameter(4, Types.VARCHAR);
          call.execute();
          assertThat(call.getString("FULL_NAME")).isEqualTo(masked ? "[NAME]" : "Ada Lovelace");
          assertThat(call.getString(2)).isEqualTo(masked ? MASKED : MAIL);
          assertThat(call.getObject(2)).isEqualTo(masked ? MASKED : MAIL);
          assertThat(call.getObject(2, String.class)).isEqualTo(masked ? MASKED : MAIL);
          assertThat(text(call.getCharacterStream(2))).isEqualTo(masked ? MASKED : MAIL);
          assertThat(call.getInt("ROOM")).isEqualTo(masked ? 0 : 815);
          assertThat(call.wasNull()).isFalse();
          assertThat(call.getInt(3)).isEqualTo(815); // no name, and no personal number
          assertThat(call.getString("CLEAN")).isEqualTo("plain");
        }
      }
    }
    assertThat(agent.masking().failures()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("postgresql")
  void postgresql_isMaskedByContent_andWithoutTheAgentItShows(Path jar) throws SQLException {
    for (boolean masked : List.of(true, false)) {
      try (Connection connection =
          masked ? Database.rewritten(agent, jar) : Database.untouched(jar)) {
        Database.execute(
            connection,
            "create function tell(out note text, out room integer) language sql as"
                + " $$ select '"
                + MAIL
                + "', 815 $$");
        try (CallableStatement call = connection.prepareCall("{call tell(?, ?)}")) {
          call.registerOutParameter(1, Types.VARCHAR);
          call.registerOutParameter(2, Types.INTEGER);
          call.execute();
          assertThat(call.getString(1)).isEqualTo(masked ? MASKED : MAIL);
          assertThat(call.getObject(1)).isEqualTo(masked ? MASKED : MAIL);
          assertThat(call.getInt(2)).isEqualTo(815);
        }
      }
    }
    assertThat(agent.masking().failures()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("h2")
  void h2_isMaskedByContent_andWithoutTheAgentItShows(Path jar) throws SQLException {
    for (boolean masked : List.of(true, false)) {
      try (Connection connection =
              masked ? Database.rewritten(agent, jar) : Database.untouched(jar);
          CallableStatement call =
              connection.prepareCall("{? = call concat('mail to ada', '@example.com')}")) {
        call.registerOutParameter(1, Types.VARCHAR);
        call.execute();
        assertThat(call.getString(1)).isEqualTo(masked ? MASKED : MAIL);
        assertThat(call.getObject(1)).isEqualTo(masked ? MASKED : MAIL);
      }
    }
    assertThat(agent.masking().failures()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"DERBY_10_14", "DERBY"})
  void derby_isMaskedByContent_andWithoutTheAgentItShows(Embedded database) throws SQLException {
    System.setProperty(PROPERTY, MAIL);
    for (boolean masked : List.of(true, false)) {
      try (Connection connection = masked ? database.rewritten(agent) : database.untouched()) {
        Database.execute(
            connection,
            "create function tell(text varchar(80)) returns varchar(80) language java"
                + " parameter style java no sql external name 'java.lang.System.getProperty'");
        try (CallableStatement call =
            connection.prepareCall("{? = call tell(cast(? as varchar(80)))}")) {
          call.registerOutParameter(1, Types.VARCHAR);
          call.setString(2, PROPERTY);
          call.execute();
          assertThat(call.getString(1)).isEqualTo(masked ? MASKED : MAIL);
          assertThat(call.getObject(1)).isEqualTo(masked ? MASKED : MAIL);
        }
      }
    }
    assertThat(agent.masking().failures()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = "HSQLDB")
  void anErrorOfOurs_hidesTheValue(Embedded database) throws SQLException {
    agent.masking().breaking();
    try (Connection connection = database.rewritten(agent)) {
      Database.execute(
          connection,
          "create procedure tell(out note varchar(80)) begin atomic set note = '"
              + MAIL
              + "'; end");
      try (CallableStatement call = connection.prepareCall("{call tell(?)}")) {
        call.registerOutParameter(1, Types.VARCHAR);
        call.execute();
        assertThat(call.getString(1)).isEqualTo("[MASKED]");
      }
    }
  }

  private static String text(Reader reader) throws IOException {
    StringWriter text = new StringWriter();
    reader.transferTo(text);
    return text.toString();
  }
}
