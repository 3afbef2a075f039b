package dev.bauta.agent.core.grants;

import static dev.bauta.agent.core.grants.Bench.HOUR;
import static dev.bauta.agent.core.grants.Bench.scope;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bauta.engine.PiiType;
import dev.bauta.grants.Grant;
import dev.bauta.grants.Scope;
import dev.bauta.grants.Selection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GrantTableTest {

  private final Bench bench = new Bench();

  @Test
  void aGrant_opensItsTypesToItsPersonInItsSink() {
    bench.tell(1, bench.grant("g1", "grace", HOUR, "email"));
    assertThat(bench.sees("grace")).isTrue();
    assertThat(bench.sees("grace", PiiType.PHONE)).isFalse();
    assertThat(bench.sees("ada")).isFalse();
    assertThat(bench.sees("Grace")).isFalse();
    assertThat(bench.sees(null)).isFalse();
    assertThat(bench.table.reveal("grace", "jdbc", PiiType.EMAIL, "mail", null)).isFalse();
  }

  @Test
  void aGrantForFieldsOrASubject_opensNothingWhereTheseAreNotKnown() {
    Scope narrow = scope(Selection.of(Set.of("mail")), Optional.of("customer-7"), "email");
    bench.tell(1, bench.grant("g1", "grace", HOUR, 9, narrow));
    assertThat(shows("grace", PiiType.EMAIL, "mail", "customer-7")).isTrue();
    assertThat(shows("grace", PiiType.EMAIL, null, "customer-7")).isFalse();
    assertThat(shows("grace", PiiType.EMAIL, "mail", null)).isFalse();
    assertThat(shows("grace", PiiType.EMAIL, "mail", "customer-8")).isFalse();
  }

  /** Every pair of small scopes, every value: what neither opens, both together do not open. */
  @Test
  void twoGrants_neverCombineIntoAThirdRight() {
    List<Scope> world = world();
    long version = 0;
    for (int i = 0; i < world.size(); i++) {
      for (int j = i + 1; j < world.size(); j += 7) {
        Scope one = world.get(i);
        Scope other = world.get(j);
        Bench fresh = bench;
        fresh.time.pass(Duration.ofMillis(2));
        fresh.table.apply(
            snapshot(
                ++version,
                fresh.grant("a" + version, "grace", HOUR, 99, one),
                fresh.grant("b" + version, "grace", HOUR, 99, other)),
            clock(fresh));
        fresh.lease.renew(fresh.time.nanos(), Bench.LEASE, fresh.time.nanos());
        assertOpensExactly(one, other);
      }
    }
  }

  private void assertOpensExactly(Scope one, Scope other) {
    for (String sink : List.of("jdbc", "json")) {
      for (PiiType type : List.of(PiiType.EMAIL, PiiType.PHONE)) {
        for (String field : Arrays.asList("mail", null)) {
          for (String subject : Arrays.asList("s1", null)) {
            boolean may =
                one.covers(sink, type.id(), field, subject)
                    || other.covers(sink, type.id(), field, subject);
            if (bench.table.reveal("grace", sink, type, field, subject) != may) {
              assertThat(one + " and " + other)
                  .as("%s %s %s %s: %s", sink, type, field, subject, may)
                  .isNull();
            }
          }
        }
      }
    }
  }

  @Test
  void aMissingGrant_isRevoked() {
    bench.tell(1, bench.grant("g1", "grace", HOUR, "email"));
    assertThat(bench.sees("grace")).isTrue();
    bench.time.pass(Duration.ofSeconds(1));
    bench.tell(2);
    assertThat(bench.sees("grace")).isFalse();
    assertThat(bench.table.anyLive()).isFalse();
  }

  @Test
  void aGrant_beginsAndEndsByItsOwnTimes() {
    Grant later = bench.grant("g1", "grace", Duration.ofSeconds(8), "email");
    Grant shifted =
        new Grant(
            "g1",
            later.people(),
            later.scope(),
            later.notBefore().plusSeconds(4),
            later.expires(),
            9,
            "h",
            Set.of("ada"),
            "1");
    bench.tell(1, shifted);
    assertThat(bench.sees("grace")).isFalse();
    bench.time.pass(Duration.ofMillis(4_000));
    assertThat(bench.sees("grace")).isTrue();
    assertThat(bench.table.running()).isEqualTo(1);
    bench.time.pass(Duration.ofMillis(3_999));
    assertThat(bench.sees("grace")).isTrue();
    bench.time.pass(Duration.ofMillis(1));
    assertThat(bench.sees("grace")).isFalse();
    assertThat(bench.table.running()).isZero();
  }

  @Test
  void onceNothingCanBeOpened_aCheckIsOneReadAgain() {
    bench.tell(1, bench.grant("g1", "grace", Duration.ofSeconds(2), "email"));
    bench.table.sweep();
    assertThat(bench.table.anyLive()).isTrue();
    bench.time.pass(Duration.ofSeconds(2));
    bench.table.sweep();
    assertThat(bench.table.anyLive()).isFalse();
    bench.beat(1);
    assertThat(bench.table.anyLive()).isFalse();
  }

  @Test
  void whenTheLeaseEnds_nothingIsShown_untilAWordOfTheService() {
    bench.tell(1, bench.grant("g1", "grace", HOUR, "email"));
    bench.time.pass(Bench.LEASE.minusMillis(1));
    assertThat(bench.sees("grace")).isTrue();
    bench.time.pass(Duration.ofMillis(1));
    assertThat(bench.sees("grace")).isFalse();
    bench.table.sweep();
    assertThat(bench.table.anyLive()).isFalse();
    bench.beat(1);
    assertThat(bench.sees("grace")).isTrue();
  }

  @Test
  void aGrantThatEndsDuringAnOutage_staysEnded() {
    bench.tell(1, bench.grant("g1", "grace", Duration.ofSeconds(30), "email"));
    bench.time.pass(Duration.ofSeconds(40));
    bench.beat(1);
    assertThat(bench.lease.holds(bench.time.nanos())).isTrue();
    assertThat(bench.sees("grace")).isFalse();
  }

  @Test
  void aBudget_isNotRefilledByAnOutageOrANewTable() {
    Grant grant =
        bench.grant("g1", "grace", HOUR, 2, scope(Selection.any(), Optional.empty(), "email"));
    bench.tell(1, grant);
    assertThat(bench.sees("grace")).isTrue();
    bench.time.pass(Duration.ofMinutes(2));
    bench.table.sweep();
    bench.tell(2);
    bench.time.pass(Duration.ofSeconds(1));
    bench.tell(3, grant);
    assertThat(bench.sees("grace")).isTrue();
    assertThat(bench.sees("grace")).isFalse();
    bench.table.sweep();
    assertThat(bench.table.anyLive()).isFalse();
    bench.time.pass(Duration.ofSeconds(1));
    bench.tell(4, grant);
    assertThat(bench.sees("grace")).isFalse();
  }

  @Test
  void whenOneGrantIsSpent_anotherThatCoversTheSame_goesOn() {
    Scope scope = scope(Selection.any(), Optional.empty(), "email");
    bench.tell(
        1, bench.grant("g1", "grace", HOUR, 1, scope), bench.grant("g2", "grace", HOUR, 2, scope));
    assertThat(bench.sees("grace")).isTrue();
    assertThat(bench.sees("grace")).isTrue();
    assertThat(bench.sees("grace")).isTrue();
    assertThat(bench.sees("grace")).isFalse();
  }

  @Test
  void aCustomType_isOpenedByItsId() {
    bench.tell(1, bench.grant("g1", "grace", HOUR, "loyalty-number"));
    assertThat(bench.sees("grace", PiiType.of("loyalty-number"))).isTrue();
    assertThat(bench.sees("grace", PiiType.of("loyalty-number-2"))).isFalse();
  }

  @Test
  void strangersByTheThousand_areNotKept() {
    bench.tell(1, bench.grant("g1", "grace", HOUR, "email"));
    for (int i = 0; i < 50_000; i++) {
      assertThat(bench.sees("user-" + i)).isFalse();
    }
    assertThat(bench.sees("grace")).isTrue();
  }

  private boolean shows(String person, PiiType type, String field, String subject) {
    return bench.table.reveal(person, "json", type, field, subject);
  }

  private dev.bauta.grants.Snapshot snapshot(long version, Grant... grants) {
    return new dev.bauta.grants.Snapshot(
        "peer",
        "desk",
        "test",
        1,
        version,
        bench.time.instant(),
        bench.time.instant().plusSeconds(60),
        Bench.LEASE,
        List.of(grants));
  }

  private static ServiceClock clock(Bench bench) {
    ServiceClock clock = new ServiceClock();
    clock.saw(bench.time.instant(), bench.time.nanos());
    return clock;
  }

  private static List<Scope> world() {
    List<Scope> world = new ArrayList<>();
    for (Set<String> sinks : List.of(Set.of("json"), Set.of("jdbc"), Set.of("json", "jdbc"))) {
      for (Set<String> types :
          List.of(Set.of("email"), Set.of("phone"), Set.of("email", "phone"))) {
        for (Selection fields :
            List.of(Selection.any(), Selection.of(Set.of("mail")), Selection.of(Set.of()))) {
          for (Optional<String> subject :
              List.of(Optional.<String>empty(), Optional.of("s1"), Optional.of("s2"))) {
            world.add(new Scope("desk", "test", sinks, types, fields, subject));
          }
        }
      }
    }
    return world;
  }
}
