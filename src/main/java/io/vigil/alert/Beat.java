package io.vigil.alert;

/**
 * What a task that watches says when it is asked whether it lives.
 *
 * @param task which, from 0
 * @param tasks how many there are
 * @param tick the question
 * @param newestSample the time of the newest sample that it has seen in this life of the job,
 *     microseconds since the epoch (UTC), or {@link Alert#NEVER}
 */
public record Beat(int task, int tasks, long tick, long newestSample) {}
