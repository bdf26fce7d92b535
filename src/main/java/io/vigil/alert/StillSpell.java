package io.vigil.alert;

import java.time.Duration;

/**
 * A stretch of time without a movement, beside what the rules allow.
 *
 * @param from its begin, microseconds since the epoch (UTC)
 * @param to when it was last so
 * @param allowed by the rules at its begin
 * @param partOfDay at its begin
 * @param afterWalking whether it followed walking at once
 * @param share of the allowed time that had passed; from 1 on it is an incident
 */
public record StillSpell(
    long from,
    long to,
    Duration allowed,
    PartOfDay partOfDay,
    boolean afterWalking,
    double share) {}
