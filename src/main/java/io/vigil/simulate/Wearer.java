package io.vigil.simulate;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** A person with a day, a sensor and a radio, all of one simulation. */
final class Wearer {
  private final Person person;
  private final Day day;
  private final Gap gap;
  private final Sensor sensor;
  private final Radio radio;
  private final long startMicros;

  Wearer(Scenario scenario, Person person, int fallFrom, Gap gap) {
    this.person = person;
    this.day = new Day(person, scenario.seconds(), scenario.compress(), fallFrom);
    this.gap = gap;
    this.sensor = new Sensor(person);
    // Sensors do not begin their seconds together.
    long offsetMicros = Math.floorMod(person.seed(), 1000) * 1000L;
    this.startMicros = ChronoUnit.MICROS.between(Instant.EPOCH, scenario.start()) + offsetMicros;
    this.radio = new Radio(scenario, person, gap, startMicros);
  }

  /** The batch of that second; to be asked for second by second. */
  Batch batch(int second) {
    return sensor.record(day, second, startMicros + second * 1_000_000L, day.activity(second));
  }

  List<Long> arrivals(Batch batch) {
    return radio.arrivals(batch);
  }

  Truth.Wearer self() {
    return new Truth.Wearer(
        person.id(), person.deviceId(), Math.round(person.countsPerG() * 10) / 10.0);
  }

  List<Truth.Episode> episodes() {
    return day.stretches().stream()
        .map(s -> new Truth.Episode(person.id(), s.activity(), iso(s.start()), iso(s.end())))
        .toList();
  }

  List<Truth.FallAt> falls() {
    return day.stretches().stream()
        .filter(s -> s.motion() instanceof Fall)
        .map(s -> (Fall) s.motion())
        .map(f -> new Truth.FallAt(person.id(), iso(f.impact()), round(f.peakG()), f.getsUp()))
        .toList();
  }

  List<Truth.GapAt> gaps() {
    return gap.equals(Gap.NONE)
        ? List.of()
        : List.of(new Truth.GapAt(person.id(), iso(gap.start()), iso(gap.end()), gap.uploaded()));
  }

  private static double round(double g) {
    return Math.round(g * 100) / 100.0;
  }

  private String iso(double seconds) {
    long micros = startMicros + Math.round(seconds * 1000) * 1000;
    return Times.iso(micros);
  }
}
