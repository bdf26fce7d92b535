package io.vigil.cli;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.vigil.bench.Elapsed.Spread;
import io.vigil.bench.StateSize;
import java.util.Map;

/**
 * What was measured of one number of people.
 *
 * @param people who sent
 * @param held whether they were served in time
 * @param why not, or the empty string
 * @param sent what was sent, and what became of it
 * @param summary of the run, as of every command that runs the job; null where it was given up
 * @param speed of the job
 * @param times of its results
 * @param lag behind what was due
 * @param state what is remembered of a participant; null where it was given up
 * @param passThrough beside it; null where it was given up
 */
record FleetFigures(
    int people,
    boolean held,
    String why,
    Sent sent,
    @JsonUnwrapped Summary summary,
    Speed speed,
    Times times,
    LagFigures lag,
    StateFigures state,
    PassThrough passThrough) {

  /** Of a run that was given up there is nothing to be believed but that. */
  static FleetFigures givenUp(int people, String why) {
    return new FleetFigures(people, false, why, null, null, null, null, null, null, null);
  }

  /**
   * What was sent.
   *
   * @param messages that the broker has
   * @param samples in them
   * @param lost samples that the job has not read
   * @param senderLate how much later than due messages were sent
   */
  record Sent(long messages, long samples, long lost, Spread senderLate) {}

  /**
   * What the measured time cost.
   *
   * @param seconds how long it was
   * @param samplesPerSecond read in it
   * @param samplesPerCoreSecond read for each second that the job used of one processor
   * @param coresOfJob processors in use by the job, in the mean
   * @param coresOfSender by the sender
   * @param coresOfBroker by the broker, if it is our own
   * @param machineLoad of the machine at the end, of all programs
   */
  record Speed(
      double seconds,
      long samplesPerSecond,
      long samplesPerCoreSecond,
      double coresOfJob,
      double coresOfSender,
      double coresOfBroker,
      double machineLoad) {}

  /**
   * How long results took to lie in the store.
   *
   * @param windowFromDue from when the message was due that lets a window be closed
   * @param windowFromLastSample from the window's end
   * @param alertFromImpact from an impact to the alert
   */
  record Times(Spread windowFromDue, Spread windowFromLastSample, Spread alertFromImpact) {}

  /**
   * How far the job was behind what was due.
   *
   * @param medianSeconds in the middle of all looks
   * @param growthSeconds from the first third of the measured time to its last
   */
  record LagFigures(double medianSeconds, double growthSeconds) {}

  /**
   * What a savepoint holds.
   *
   * @param bytesAPerson of all operators
   * @param byOperator bytes a person
   */
  record StateFigures(long bytesAPerson, Map<String, Long> byOperator) {
    static StateFigures of(StateSize size, int people) {
      Map<String, Long> each = new java.util.TreeMap<>(size.byOperator());
      each.replaceAll((operator, bytes) -> Math.round((double) bytes / people));
      return new StateFigures(Math.round((double) size.bytes() / people), each);
    }
  }

  /**
   * The same topic read with the same decoder and then nothing, as fast as it goes.
   *
   * @param seconds without the start of the engine
   * @param samplesPerSecond read in them
   * @param samplesPerCoreSecond with the start of the engine
   * @param jobShare samples that the job reads for a second of a processor, as a share of that
   */
  record PassThrough(
      double seconds, long samplesPerSecond, long samplesPerCoreSecond, double jobShare) {}
}
