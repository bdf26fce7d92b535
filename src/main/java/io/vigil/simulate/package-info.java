/**
 * Simulated people: a working day of somebody who wears a chest sensor, and the radio that brings
 * its samples to a hub. Everything follows from a seed; the same seed gives the same bytes.
 */
package io.vigil.simulate;
