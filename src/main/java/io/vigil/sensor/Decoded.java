package io.vigil.sensor;

import java.util.List;

/**
 * What a message held.
 *
 * @param read how many samples the message held, usable or not
 * @param batches those that were understood, in the message's order
 * @param deadLetters those that were not, each with its reason; their {@code samples} and the
 *     batches' sizes add up to {@code read}
 */
public record Decoded(int read, List<DeviceBatch> batches, List<DeadLetter> deadLetters) {}
