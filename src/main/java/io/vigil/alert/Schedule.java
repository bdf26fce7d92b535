package io.vigil.alert;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

/**
 * What the times of a participant's day are. Clocks that are put forward or back do so here too.
 *
 * @param zone whose clock counts
 * @param night when they sleep
 * @param rest when they rest by day
 */
public record Schedule(ZoneId zone, DaySpans night, DaySpans rest) {

  /** What an instant, in microseconds since the epoch (UTC), is to the participant. */
  public PartOfDay at(long micros) {
    var time = local(micros).toLocalTime();
    return night.hold(time) ? PartOfDay.NIGHT : rest.hold(time) ? PartOfDay.REST : PartOfDay.DAY;
  }

  /** The participant's date at an instant, in microseconds since the epoch (UTC). */
  public LocalDate dateAt(long micros) {
    return local(micros).toLocalDate();
  }

  /** The first instant of a date for the participant, in microseconds since the epoch (UTC). */
  public long startOf(LocalDate date) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, date.atStartOfDay(zone).toInstant());
  }

  private ZonedDateTime local(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS).atZone(zone);
  }
}
