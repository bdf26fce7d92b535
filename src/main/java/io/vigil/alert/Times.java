package io.vigil.alert;

/**
 * When the steps of an alert's life were, in microseconds since the epoch (UTC) or {@link
 * Alert#NEVER}.
 *
 * @param detected when the samples that decided it had been seen (event time)
 * @param end when its cause ended (event time)
 * @param acknowledged by a person
 * @param cleared by a person or by itself
 */
public record Times(long detected, long end, long acknowledged, long cleared) {}
