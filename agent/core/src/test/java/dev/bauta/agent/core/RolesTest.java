package dev.bauta.agent.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bauta.agent.api.Identity;
import dev.bauta.agent.api.Sink;
import dev.bauta.engine.RuleFile;
import dev.bauta.engine.RuleSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A role shows what a rule says it shows, to whoever has it, without a grant. */
class RolesTest {

  private static final String RULES =
      """
      rules:
        - {role: support, type: email, sinks: [json]}
        - {role: lead, type: email, from: [10.0.0.0/8], authentication: [FORM], session: 30m}
      """;

  private final ViewerContext viewers = new ViewerContext(() -> false);
  private final MaskingService masking = masking(RuleFile.parse("r.yaml", RULES).rules());

  private MaskingService masking(RuleSet rules) {
    Counters counters = new Counters();
    return new MaskingService(
        rules,
        new SinkModes(Modes.all(Mode.MASK)),
        new Sightings(counters),
        Reveals.NOTHING,
        viewers,
        new Tracking(null, counters),
        counters);
  }

  private static final class Person implements Identity {
    private final String name;
    private final Set<String> roles;
    private String address = "10.0.0.7";
    private String way = "FORM";
    private long session = 60;
    private int asked;

    Person(String name, String... roles) {
      this.name = name;
      this.roles = Set.of(roles);
    }

    @Override
    public String get() {
      return name;
    }

    @Override
    public boolean hasRole(String role) {
      asked++;
      return roles.contains(role);
    }

    @Override
    public String remoteAddress() {
      return address;
    }

    @Override
    public String authentication() {
      return way;
    }

    @Override
    public long sessionSeconds() {
      return session;
    }
  }

  private boolean shows(Sink sink) {
    return masking.text(sink, null, "jane@example.com").equals("jane@example.com");
  }

  private boolean shows(Person person) {
    Object[] place = viewers.place();
    Object before = place[0];
    place[0] = viewers.viewer(person);
    try {
      return shows(Sink.JSON);
    } finally {
      place[0] = before;
    }
  }

  @Test
  void role_showsItsTypeAtItsSinks_toWhoeverHasIt() {
    assertThat(shows(Sink.JSON)).isFalse();
    viewers.place()[0] = viewers.viewer(new Person("grace", "support"));
    assertThat(shows(Sink.JSON)).isTrue();
    assertThat(shows(Sink.JDBC)).isFalse();
    assertThat(shows(Sink.LOG)).isFalse();
    assertThat(masking.text(Sink.JSON, null, "call +41 44 668 18 00")).doesNotContain("668 18");
    assertThat(shows(new Person("linus", "sales"))).isFalse();
  }

  @Test
  void roleOfNobody_showsNothing() {
    assertThat(shows(new Person(null, "support"))).isFalse();
  }

  @Test
  void role_isAskedOnceARequest() {
    Person grace = new Person("grace", "support");
    viewers.place()[0] = viewers.viewer(grace);
    for (int i = 0; i < 3; i++) {
      assertThat(shows(Sink.JSON)).isTrue();
    }
    assertThat(grace.asked).isEqualTo(1);
  }

  @Test
  void everyConditionMustHold() {
    assertThat(shows(new Person("ada", "lead"))).isTrue();
    Person elsewhere = new Person("ada", "lead");
    elsewhere.address = "192.0.2.1";
    assertThat(shows(elsewhere)).isFalse();
    elsewhere.address = null;
    assertThat(shows(elsewhere)).isFalse();
    Person basic = new Person("ada", "lead");
    basic.way = "BASIC";
    assertThat(shows(basic)).isFalse();
    basic.way = null;
    assertThat(shows(basic)).isFalse();
    Person old = new Person("ada", "lead");
    old.session = 1_801;
    assertThat(shows(old)).isFalse();
    old.session = -1;
    assertThat(shows(old)).isFalse();
  }

  @Test
  void roleIsCarried_asItWasWhenTheWorkWasHandedOver() {
    Person grace = new Person("grace", "support");
    viewers.place()[0] = viewers.viewer(grace);
    Viewer carried = (Viewer) viewers.carried();
    viewers.place()[0] = carried;
    int asked = grace.asked;
    assertThat(shows(Sink.JSON)).isTrue();
    assertThat(shows(Sink.JDBC)).isFalse();
    assertThat(grace.asked).isEqualTo(asked);
  }

  @Test
  void rolesOfASecurityContext_areAskedEachTime_andShownToNobodyElseInIt() {
    Person[] user = {new Person("grace", "support")};
    viewers.context(
        new Identity() {
          @Override
          public String get() {
            return user[0].get();
          }

          @Override
          public boolean hasRole(String role) {
            return user[0].hasRole(role);
          }
        });
    assertThat(shows(Sink.JSON)).isTrue();
    Object shown = new String("jane@example.com");
    viewers.current().revealed(shown);
    assertThat(viewers.current().hasRevealed(shown)).isTrue();
    user[0] = new Person("linus");
    assertThat(shows(Sink.JSON)).isFalse();
    assertThat(viewers.current().hasRevealed(shown)).isFalse();
  }

  @Test
  void aboutASubject_theRoleStillCounts() {
    viewers.place()[0] = viewers.viewer(new Person("grace", "support"));
    viewers.place()[0] = viewers.about("customer-7");
    assertThat(shows(Sink.JSON)).isTrue();
  }

  @Test
  void namesWithoutRoles_seeNothingByRole() {
    viewers.place()[0] = viewers.viewer(() -> "grace");
    assertThat(shows(Sink.JSON)).isFalse();
    viewers.place()[0] = null;
    viewers.named("grace");
    assertThat(shows(Sink.JSON)).isFalse();
  }

  @Test
  void reloadedRules_holdAtOnce() {
    viewers.place()[0] = viewers.viewer(new Person("grace", "support"));
    assertThat(shows(Sink.JSON)).isTrue();
    masking.replace(RuleSet.builtIn());
    assertThat(shows(Sink.JSON)).isFalse();
    assertThat(viewers.carried()).isNull();
  }
}
