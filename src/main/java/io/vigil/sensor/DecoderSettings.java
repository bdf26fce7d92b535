package io.vigil.sensor;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;

/**
 * What messages do not say of themselves.
 *
 * @param uci287Start the time of the first line of a {@code uci287} file
 * @param uci287RateHz samples a second of {@code uci287} files, above 0, at most 1000
 * @param fileUnit of the rows of {@code csv} files
 * @param maxAhead how far ahead of the clock a timestamp may be; not applied to {@code uci287}
 * @param notBefore timestamps before this are refused; not applied to {@code uci287}
 */
public record DecoderSettings(
    Instant uci287Start, double uci287RateHz, Unit fileUnit, Duration maxAhead, Instant notBefore)
    implements Serializable {

  /** 52 Hz from 2026-01-01T00:00:00Z, files in g, a day ahead, nothing before the year 2000. */
  public static final DecoderSettings DEFAULT =
      new DecoderSettings(
          Instant.parse("2026-01-01T00:00:00Z"),
          52,
          Unit.G,
          Duration.ofDays(1),
          Instant.parse("2000-01-01T00:00:00Z"));

  /** Refuses a rate that no sensor has. */
  public DecoderSettings {
    if (!(uci287RateHz > 0 && uci287RateHz <= 1000)) {
      throw new IllegalArgumentException(
          "The rate is " + uci287RateHz + " Hz, expected above 0 and at most 1000");
    }
  }

  /** The same with another start of {@code uci287} files. */
  public DecoderSettings withUci287Start(Instant start) {
    return new DecoderSettings(start, uci287RateHz, fileUnit, maxAhead, notBefore);
  }

  /** The same with another rate of {@code uci287} files, in Hz. */
  public DecoderSettings withUci287Rate(double rateHz) {
    return new DecoderSettings(uci287Start, rateHz, fileUnit, maxAhead, notBefore);
  }

  /** The same with another limit for timestamps ahead of the clock. */
  public DecoderSettings withMaxAhead(Duration ahead) {
    return new DecoderSettings(uci287Start, uci287RateHz, fileUnit, ahead, notBefore);
  }

  /** The same with another unit of {@code csv} files. */
  public DecoderSettings withFileUnit(Unit unit) {
    return new DecoderSettings(uci287Start, uci287RateHz, unit, maxAhead, notBefore);
  }
}
