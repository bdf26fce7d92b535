package io.vigil.alert;

/**
 * That the job lived.
 *
 * @param time when all its tasks were asked that have answered since, microseconds since the epoch
 * @param newestSample the time of the newest sample of anybody that was seen in this life of the
 *     job, microseconds since the epoch (UTC), or {@link Alert#NEVER}
 * @param tasks how many answered
 */
public record Heartbeat(long time, long newestSample, int tasks) {}
