package io.vigil.window;

/**
 * What became of a participant's samples; the four counts add up to the valid samples received.
 *
 * @param participantId whose
 * @param inWindows samples that at least one full window held, each counted once
 * @param incomplete samples at the edge of a gap or of the recording, which fill no window
 * @param late samples older than the participant's clock allowed
 * @param duplicates samples that had been received before
 */
public record ParticipantTally(
    String participantId, long inWindows, long incomplete, long late, long duplicates) {}
