package io.vigil.simulate;

import java.util.List;

/**
 * What was simulated, for comparison with what is found out. Instants are ISO-8601, UTC.
 *
 * @param seed what all chance followed from
 * @param people who was simulated
 * @param episodes what they did; a stretch without a label has the activity ""
 * @param falls who fell when
 * @param gaps when a sensor was out of reach
 * @param samples what became of the samples
 * @param batches what became of the batches
 */
public record Truth(
    long seed,
    List<Wearer> people,
    List<Episode> episodes,
    List<FallAt> falls,
    List<GapAt> gaps,
    Count samples,
    Count batches) {

  /** A person. */
  public record Wearer(String participantId, String deviceId, double countsPerG) {}

  /** Somebody does one thing from an instant to before another. */
  public record Episode(String participantId, String activity, String start, String end) {}

  /** A fall; the height of its peak is that between the samples. */
  public record FallAt(String participantId, String impact, double peakG, boolean getsUp) {}

  /** A sensor out of reach. */
  public record GapAt(String participantId, String start, String end, boolean uploaded) {}

  /**
   * How many there were.
   *
   * @param recorded by the sensors
   * @param lost in a gap, for good
   * @param duplicates sent a second time
   * @param delayed arrived after newer ones of the same person
   * @param sent what arrives at the hub: recorded - lost + duplicates
   */
  public record Count(long recorded, long lost, long duplicates, long delayed, long sent) {

    Count times(int factor) {
      return new Count(
          recorded * factor, lost * factor, duplicates * factor, delayed * factor, sent * factor);
    }
  }
}
