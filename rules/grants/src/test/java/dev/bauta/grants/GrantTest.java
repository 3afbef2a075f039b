package dev.bauta.grants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GrantTest {

  private static final Scope SCOPE =
      new Scope("desk", "test", Set.of("json"), Set.of("email"), Selection.any(), Optional.empty());

  @Test
  void aWindowThatEndsBeforeItBegins_isNoGrant() {
    Instant now = TestTokens.NOW;
    assertThatIllegalArgumentException()
        .isThrownBy(() -> grant(Set.of("grace"), now, now, 1))
        .withMessage("grant g1 ends before it begins");
  }

  @Test
  void noReveals_isNoGrant() {
    Instant now = TestTokens.NOW;
    assertThatIllegalArgumentException()
        .isThrownBy(() -> grant(Set.of("grace"), now, now.plusSeconds(1), 0));
  }

  @Test
  void peopleAddedToTheCallersSet_doNotJoinTheGrant() {
    Set<String> people = new HashSet<>(Set.of("grace"));
    Grant grant = grant(people, TestTokens.NOW, TestTokens.NOW.plusSeconds(1), 1);
    people.add("eve");
    assertThat(grant.people()).containsExactly("grace");
  }

  private static Grant grant(Set<String> people, Instant from, Instant until, long maxReveals) {
    return new Grant("g1", people, SCOPE, from, until, maxReveals, "h", Set.of("ada"), "1");
  }
}
