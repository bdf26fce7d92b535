package io.vigil.model;

import java.io.Serializable;

/**
 * A model takes over a place, for windows that begin at some moment of event time or later. This is
 * what reaches the running job, and what a replay is given from the start.
 *
 * @param revision counted from 1 in the registry, in the order of promotions; a higher one
 *     overrides lower ones where both hold. 0 is what a job was started with
 * @param from microseconds since the epoch (UTC); {@link Long#MIN_VALUE} for always
 * @param place as {@link Place} writes it
 * @param artifact the bytes of the model's file, or none: the place is empty from then on
 */
public record Takeover(long revision, long from, String place, byte[] artifact)
    implements Serializable {

  private static final long FORGOTTEN = -1;

  /** Word that a participant is to be forgotten: their place, and who ever held it. */
  public static Takeover erasure(String participantId) {
    return new Takeover(
        FORGOTTEN, Long.MIN_VALUE, Place.ofParticipant(participantId).toString(), new byte[0]);
  }

  /** Whether this is word that the place is to be forgotten. */
  boolean isErasure() {
    return revision == FORGOTTEN;
  }

  /** What a job starts with when there is nothing but a model. */
  public static Takeover always(byte[] artifact) {
    return new Takeover(0, Long.MIN_VALUE, Place.CHAMPION.toString(), artifact);
  }
}
