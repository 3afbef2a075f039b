package dev.bauta.service.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bauta.grants.Scope;
import dev.bauta.grants.Selection;
import dev.bauta.service.access.MaskedCount;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What agents have masked lately, as an approver is told. */
@ParameterizedClass
@EnumSource(Engine.class)
class MaskedTest {
  private final World world;

  MaskedTest(Engine engine) {
    world = new World(engine);
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void counts_areAddedUp_ofTheScopeOnly_andForgottenInTime() {
    tell("desk", new MaskedCount("json", "email", 3), new MaskedCount("jdbc", "email", 4));
    tell("desk", new MaskedCount("json", "email", 5), new MaskedCount("json", "phone", 1));
    tell("vault", new MaskedCount("json", "email", 1000));
    assertThat(lastHour(Set.of("json"), Set.of("email", "name"))).isEqualTo(Map.of("email", 8L));
    assertThat(lastHour(Set.of("json", "jdbc"), Set.of("email", "phone")))
        .isEqualTo(Map.of("email", 12L, "phone", 1L));
    world.clock.pass(Duration.ofMinutes(50));
    tell("desk", new MaskedCount("json", "email", 1));
    assertThat(lastHour(Set.of("json"), Set.of("email"))).isEqualTo(Map.of("email", 9L));
    world.clock.pass(Duration.ofMinutes(40));
    assertThat(lastHour(Set.of("json"), Set.of("email"))).isEqualTo(Map.of("email", 1L));
    world.clock.pass(Duration.ofHours(3));
    tell("desk", new MaskedCount("json", "phone", 1));
    int rows =
        world.database.read(
            "rows",
            handle ->
                handle.createQuery("select count(*) from masked_count").mapTo(Integer.class).one());
    assertThat(rows).isEqualTo(1);
  }

  private void tell(String service, MaskedCount... counts) {
    world.store.addMasked(service, "production", List.of(counts), world.clock.instant());
  }

  private Map<String, Long> lastHour(Set<String> sinks, Set<String> types) {
    Instant since = world.clock.instant().minus(Duration.ofHours(1));
    return world.store.masked(
        new Scope("desk", "production", sinks, types, Selection.any(), Optional.empty()), since);
  }
}
