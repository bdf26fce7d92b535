package io.vigil.sensor;

import java.util.List;

/**
 * A device's batch brought to g.
 *
 * @param batches the usable samples, in order
 * @param deadLetters the others; their {@code samples} and the batches' sizes add up to the size of
 *     the device's batch
 * @param refused word of the others, for who judges the sensor; see {@link SampleBatch#refused}
 */
public record Normalised(
    List<SampleBatch> batches, List<DeadLetter> deadLetters, List<SampleBatch> refused) {}
