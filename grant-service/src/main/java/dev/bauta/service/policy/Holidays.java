package dev.bauta.service.policy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;

/**
 * Days of a calendar in a time zone.
 *
 * @param calendar its name
 */
public record Holidays(String calendar, Set<LocalDate> days, ZoneId zone) {

  /** Copies the days. */
  public Holidays {
    days = Set.copyOf(days);
  }

  /** Whether that instant is on one of them. */
  public boolean hold(Instant at) {
    return days.contains(at.atZone(zone).toLocalDate());
  }
}
