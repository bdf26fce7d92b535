package io.vigil.feed.hook;

import io.vigil.alert.Alert;
import java.time.Instant;

/**
 * A transition of an alert that hooks may have to be told.
 *
 * @param key of its event, the same whenever it is read
 * @param time when it happened
 * @param happening what
 * @param level how many steps of escalation were taken when it happened
 * @param calls whom the last of them called, or the empty string
 * @param settled whether the alert was acknowledged, snoozed or cleared after it
 * @param alert as it is known now, which may be after it
 */
record AlertNews(
    String key,
    Instant time,
    Happening happening,
    int level,
    String calls,
    boolean settled,
    Alert alert) {}
