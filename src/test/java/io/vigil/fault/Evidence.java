package io.vigil.fault;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * What is known of a run when it is over: what promises are held against.
 *
 * @param expected what a plain replay of the acknowledged messages leaves, by {@code container/id}
 * @param found what the run left, as far as it can be compared with that
 * @param changed labels of windows that were written a second time with another content
 * @param backwards alerts that were written with a revision not newer than the one before
 * @param again writes that left a document as it was
 * @param samples what became of samples
 * @param recoveries of the faults, in order
 * @param restarts how often the job was restarted
 */
public record Evidence(
    Map<String, String> expected,
    Map<String, String> found,
    TreeSet<String> changed,
    TreeSet<String> backwards,
    long again,
    Samples samples,
    List<Recovery> recoveries,
    long restarts) {

  /**
   * What became of samples. A live job keeps no tally in Cosmos DB, so the whole sum is the
   * replay's, and the run is tied to it by what it left of each kind.
   *
   * @param sent in acknowledged messages
   * @param replayed what became of them in the replay
   * @param lateFound late samples in the run's dead letters
   * @param invalidFound invalid samples in the run's dead letters
   */
  public record Samples(long sent, Tally replayed, long lateFound, long invalidFound) {}

  /** Every sample read is counted once more, in exactly one of the other counts. */
  public record Tally(
      long read, long inWindows, long incomplete, long late, long invalid, long duplicates) {}

  /**
   * How the job came back from a fault.
   *
   * @param fault its name
   * @param firstMillis until somebody's window that began after it was labelled
   * @param everybodyMillis until everybody's was
   * @param within what is promised of everybody, in milliseconds; {@link Long#MAX_VALUE} where
   *     nothing is
   * @param restarts how many it may cause; bad input, none
   */
  public record Recovery(
      String fault, long firstMillis, long everybodyMillis, long within, int restarts) {}
}
