/**
 * What is remembered of a person, written in few bytes: numbers take the bits they need, samples
 * the bits of their differences.
 */
package io.vigil.sensor.packed;
