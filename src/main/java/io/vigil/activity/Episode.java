package io.vigil.activity;

/**
 * Consecutive windows of one participant with one activity.
 *
 * @param participantId whose
 * @param activity what they were doing
 * @param start first instant, microseconds since the epoch (UTC)
 * @param end first instant after it; of an open episode, as far as is known
 * @param open whether it may go on
 * @param windows how many windows said so
 * @param confidence mean of the windows' confidence, 0 to 1
 * @param model which model said so
 */
public record Episode(
    String participantId,
    String activity,
    long start,
    long end,
    boolean open,
    int windows,
    double confidence,
    ModelRef model) {}
