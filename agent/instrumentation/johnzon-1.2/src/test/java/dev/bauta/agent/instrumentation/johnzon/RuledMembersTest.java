package dev.bauta.agent.instrumentation.johnzon;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bauta.agent.testing.RewritingLoader;
import dev.bauta.agent.testing.TestAgent;
import org.junit.jupiter.api.Test;

/** Members that a rule names. */
final class RuledMembersTest {

  private static final String RULED = Scenarios.class.getName() + "$Ruled";

  private final TestAgent agent = TestAgent.of(new JohnzonInstrumentation());

  @Test
  void memberThatARuleNames_isHidden_evenWhenTheRuleComesLater() {
    RewritingLoader loader = Versions.loader(agent, "2.0.2");
    assertThat(Versions.run(loader, "ruled"))
        .contains("'owner':'Ada Lovelace'", "'seat':36", "'desk':'open'");

    agent.masking().member(RULED, "owner", "name").member(RULED, "seat", "age");

    assertThat(Versions.run(loader, "ruled"))
        .contains("'owner':'[NAME]'", "'seat':0", "'desk':'open'");
    assertThat(agent.masking().failures()).isEmpty();
  }
}
