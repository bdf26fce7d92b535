package io.vigil.feed.hook;

import java.time.Instant;
import java.util.Optional;

/**
 * How far one message of a hook has come.
 *
 * @param hook its name
 * @param messageId the header {@code webhook-id}
 * @param alertId which alert it is about
 * @param type such as {@code alert.raised}
 * @param level how many steps of escalation it tells of
 * @param state where it is
 * @param queuedAt when it was queued, or queued again
 * @param attempts how often it was tried
 * @param lastAttempt when it was tried last, if it was and that was kept
 * @param nextAttempt when it is tried next, while it is queued
 * @param settledAt when it was delivered, dropped or given up
 * @param lastAnswer what came of it last, or the empty string; never anything secret
 */
public record DeliveryStatus(
    String hook,
    String messageId,
    String alertId,
    String type,
    int level,
    DeliveryState state,
    Instant queuedAt,
    int attempts,
    Optional<Instant> lastAttempt,
    Optional<Instant> nextAttempt,
    Optional<Instant> settledAt,
    String lastAnswer) {}
