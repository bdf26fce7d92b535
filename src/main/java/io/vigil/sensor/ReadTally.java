package io.vigil.sensor;

/**
 * How many samples one parallel instance of the decoder has read, usable or not. All instances
 * together give the left side of the sum that every summary shows.
 *
 * @param instance which one, from 0
 * @param read exact, also after a restore
 */
public record ReadTally(int instance, long read) {}
