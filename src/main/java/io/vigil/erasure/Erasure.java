package io.vigil.erasure;

/**
 * That a participant is to be forgotten, and refused from then on.
 *
 * @param id of this erasure; says nothing of whose it is
 * @param participantId whom stores know by it: a pseudonym, where those are on
 * @param time when it was asked for, microseconds since the epoch (UTC)
 * @param lifted whether the participant has come back: their samples are welcome again
 */
public record Erasure(String id, String participantId, long time, boolean lifted) {}
