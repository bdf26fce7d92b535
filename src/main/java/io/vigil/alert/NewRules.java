package io.vigil.alert;

/**
 * Rules that somebody wants to come into force.
 *
 * @param id given by whoever sends them
 * @param actor who
 * @param time when they were sent, microseconds since the epoch (UTC)
 * @param text of a {@code rules.yaml}
 */
public record NewRules(String id, String actor, long time, String text) {}
