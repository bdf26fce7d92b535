/**
 * The load test: a fleet of simulated people that sends in real time, a broker of one's own, how
 * long results take and how many people are served in time. {@code vigil bench} puts it together.
 */
package io.vigil.bench;
