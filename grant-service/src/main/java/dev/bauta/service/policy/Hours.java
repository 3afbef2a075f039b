package dev.bauta.service.policy;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Set;

/**
 * A window of the week in a time zone. One that ends before it begins goes over midnight and
 * belongs to the day on which it begins: Friday 22:00 to 06:00 holds on Saturday at 02:00, and not
 * on Friday at 02:00. The wall clock counts, also when it is put forward or back.
 *
 * @param days on which it begins
 * @param from the first moment
 * @param until the first moment behind it; equal to {@code from} for the whole day
 */
public record Hours(Set<DayOfWeek> days, LocalTime from, LocalTime until, ZoneId zone) {

  /** Copies the days. */
  public Hours {
    days = Set.copyOf(days);
  }

  /** Whether that instant is inside. */
  public boolean hold(Instant at) {
    ZonedDateTime local = at.atZone(zone);
    LocalTime time = local.toLocalTime();
    DayOfWeek day = local.getDayOfWeek();
    if (from.equals(until)) {
      return days.contains(day);
    }
    if (from.isBefore(until)) {
      return days.contains(day) && !time.isBefore(from) && time.isBefore(until);
    }
    return days.contains(day) && !time.isBefore(from)
        || days.contains(day.minus(1)) && time.isBefore(until);
  }
}
