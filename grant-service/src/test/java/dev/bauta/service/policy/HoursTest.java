package dev.bauta.service.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class HoursTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Set<DayOfWeek> ALL = EnumSet.allOf(DayOfWeek.class);

  @Example
  void window_overMidnight_holdsAtTwoInTheMorning() {
    Hours night = new Hours(ALL, LocalTime.of(22, 0), LocalTime.of(6, 0), BERLIN);
    assertThat(night.hold(at("2026-11-24T02:00"))).isTrue();
    assertThat(night.hold(at("2026-11-24T22:00"))).isTrue();
    assertThat(night.hold(at("2026-11-24T06:00"))).isFalse();
    assertThat(night.hold(at("2026-11-24T12:00"))).isFalse();
  }

  @Example
  void window_overMidnight_belongsToTheDayOnWhichItBegins() {
    Hours friday =
        new Hours(Set.of(DayOfWeek.FRIDAY), LocalTime.of(22, 0), LocalTime.of(6, 0), BERLIN);
    assertThat(friday.hold(at("2026-11-28T02:00"))).isTrue(); // a Saturday
    assertThat(friday.hold(at("2026-11-27T02:00"))).isFalse();
  }

  @Property
  void window_holds_exactlyWhereWalkingFromItsBeginDoesNotMeetItsEnd(
      @ForAll @IntRange(max = 1439) int from,
      @ForAll @IntRange(max = 1439) int until,
      @ForAll @IntRange(max = 10079) int now,
      @ForAll("days") Set<DayOfWeek> days) {
    Hours hours = new Hours(days, minute(from), minute(until), ZoneId.of("UTC"));
    // Monday, 23 November 2026, and so many minutes
    Instant at = Instant.parse("2026-11-23T00:00:00Z").plusSeconds(now * 60L);
    int length = from == until ? 1440 - from : Math.floorMod(until - from, 1440);
    int begin = from == until ? 0 : from;
    boolean expected = false;
    for (DayOfWeek day : days) {
      int opens = (day.getValue() - 1) * 1440 + begin;
      int open = from == until ? 1440 : length;
      expected |= Math.floorMod(now - opens, 7 * 1440) < open;
    }
    assertThat(hours.hold(at)).isEqualTo(expected);
  }

  @Property
  void window_andItsComplement_neverHoldBoth_andAlwaysOne_inEveryZone(
      @ForAll @IntRange(max = 1439) int from,
      @ForAll @IntRange(max = 1439) int until,
      @ForAll("zones") ZoneId zone,
      @ForAll("instants") Instant at) {
    if (from == until) return;
    Hours hours = new Hours(ALL, minute(from), minute(until), zone);
    Hours others = new Hours(ALL, minute(until), minute(from), zone);
    assertThat(hours.hold(at)).isNotEqualTo(others.hold(at));
  }

  @Provide
  Arbitrary<Set<DayOfWeek>> days() {
    return Arbitraries.of(DayOfWeek.class).set().ofMinSize(1);
  }

  @Provide
  Arbitrary<ZoneId> zones() {
    return Arbitraries.of("UTC", "Europe/Berlin", "America/St_Johns", "Australia/Lord_Howe")
        .map(ZoneId::of);
  }

  @Provide
  Arbitrary<Instant> instants() {
    // a year, with both changes of the clock
    return Arbitraries.longs().between(1_767_225_600L, 1_798_761_600L).map(Instant::ofEpochSecond);
  }

  private static LocalTime minute(int minute) {
    return LocalTime.of(minute / 60, minute % 60);
  }

  private static Instant at(String local) {
    return ZonedDateTime.of(java.time.LocalDateTime.parse(local), BERLIN).toInstant();
  }
}
