package dev.bauta.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bauta.it.ForkedJvm.Outcome;
import dev.bauta.it.probe.ReloadProbe;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Rules that change while the application runs. */
class RuleReloadIT {

  @Test
  void rightRulesAreTakenWithinSeconds_wrongOnesLeaveTheOldInUse_andNothingIsShownInBetween() {
    Path file =
        ConfigFile.write(Layout.scratch("rule reload"), "types: {email: {masker: partial}}\n");
    Outcome outcome =
        new ForkedJvm(Jdks.oldest())
            .agent("config=" + file)
            .classPath(Layout.probes())
            .run(ReloadProbe.class, file);

    assertThat(outcome.out()).contains("probe done");
    assertThat(outcome.err())
        .contains("first ends: n***@reload-channel.com")
        .contains("second ends: [EMAIL]")
        .contains("THE OLD RULES STAY IN USE", file + ":1:25: unknown masker 'hsah'")
        .contains("third ends: [EMAIL]")
        .doesNotContain("nobody@reload-channel.com");
  }
}
