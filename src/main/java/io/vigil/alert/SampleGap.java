package io.vigil.alert;

/**
 * Time in which no sample came.
 *
 * @param from the last sample before it, microseconds since the epoch (UTC)
 * @param to the first after it
 */
public record SampleGap(long from, long to) {}
