package dev.bauta.agent.instrumentation.gson;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bauta.agent.testing.RewritingLoader;
import dev.bauta.agent.testing.TestAgent;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Members that a rule names. */
final class RuledMembersTest {

  private static final String RULED = Scenarios.class.getName() + "$Ruled";

  private final TestAgent agent = TestAgent.of(new GsonInstrumentation());

  static Stream<String> versions() {
    return Versions.all();
  }

  @ParameterizedTest
  @MethodSource("versions")
  void memberThatARuleNames_isHidden_evenWhenTheRuleComesLater(String version) {
    RewritingLoader loader = Versions.loader(agent, version);
    assertThat(Versions.run(loader, "ruled"))
        .contains("'owner':'Ada Lovelace'", "'seat':36", "'desk':'open'");

    agent.masking().member(RULED, "owner", "name").member(RULED, "seat", "age");

    assertThat(Versions.run(loader, "ruled"))
        .contains("'owner':'[NAME]'", "'seat':0", "'desk':'open'");
    assertThat(agent.masking().failures()).isEmpty();
  }
}
