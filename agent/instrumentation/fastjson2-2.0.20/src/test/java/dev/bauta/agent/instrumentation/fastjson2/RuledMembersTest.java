package dev.bauta.agent.instrumentation.fastjson2;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bauta.agent.testing.TestAgent;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Members that a rule names. */
final class RuledMembersTest {

  private static final String RULED = Scenarios.class.getName() + "$Ruled";

  static Stream<String> versions() {
    return Versions.all();
  }

  @ParameterizedTest
  @MethodSource("versions")
  void memberThatARuleNames_isHidden(String version) {
    TestAgent agent = TestAgent.of(new Fastjson2Instrumentation());
    assertThat(Versions.run(Versions.loader(agent, version), "ruled"))
        .isEqualTo("{'desk':'open','owner':'Ada Lovelace','seat':36}");

    agent.masking().member(RULED, "owner", "name").member(RULED, "seat", "age");

    assertThat(Versions.run(Versions.loader(agent, version), "ruled"))
        .isEqualTo("{'desk':'open','owner':'[NAME]','seat':0}");
    assertThat(agent.masking().failures()).isEmpty();
  }
}
