package io.vigil.cli;

import io.vigil.publish.Sent;
import java.util.Locale;

/**
 * What was sent to a hub.
 *
 * @param messages in the hub
 * @param bytes of their bodies
 * @param samples in them
 * @param refused samples of the files that could not be used and are not sent
 * @param alreadySent messages that an earlier run had sent, and this one did not
 * @param seconds it took
 * @param messagesPerSecond reached
 * @param bytesPerSecond reached
 * @param speed reached: recorded seconds a second
 * @param complete whether the files are sent to their end
 */
record SentSummary(
    long messages,
    long bytes,
    long samples,
    long refused,
    long alreadySent,
    double seconds,
    double messagesPerSecond,
    double bytesPerSecond,
    double speed,
    boolean complete) {

  static SentSummary of(Sent sent, long refused) {
    double seconds = Math.max(sent.seconds(), 1e-3);
    return new SentSummary(
        sent.messages(),
        sent.bytes(),
        sent.samples(),
        refused,
        sent.alreadySent(),
        rounded(sent.seconds()),
        rounded(sent.messages() / seconds),
        rounded(sent.bytes() / seconds),
        rounded(sent.recordedSeconds() / seconds),
        sent.complete());
  }

  private static double rounded(double value) {
    return Math.round(value * 1000) / 1000.0;
  }

  /** For people: a few lines. */
  String text(String hub) {
    return String.format(
        Locale.ROOT,
        """
        sent      %,d messages, %,d samples, %,d bytes to %s
        refused   %,d samples
        before    %,d messages
        time      %.1f s, %,.0f messages/s, %,.0f bytes/s, %.1f times as fast as recorded""",
        messages,
        samples,
        bytes,
        hub,
        refused,
        alreadySent,
        seconds,
        messagesPerSecond,
        bytesPerSecond,
        speed);
  }
}
