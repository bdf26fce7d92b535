package io.vigil.alert;

/**
 * One time that the cause of an alert was seen.
 *
 * @param start microseconds of event time since the epoch (UTC)
 * @param severity then
 * @param sentence of the evidence
 */
public record Occurrence(long start, Severity severity, String sentence) {}
