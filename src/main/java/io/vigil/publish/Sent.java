package io.vigil.publish;

/**
 * What one run of the publisher sent.
 *
 * @param messages handed over to be sent, and in the hub once the run is done
 * @param bytes of their bodies
 * @param samples in them
 * @param alreadySent messages that an earlier run had sent
 * @param seconds how long it took
 * @param recordedSeconds how much recorded time was sent
 * @param complete whether all files are sent to their end
 */
public record Sent(
    long messages,
    long bytes,
    long samples,
    long alreadySent,
    double seconds,
    double recordedSeconds,
    boolean complete) {}
