package io.vigil.sensor;

/**
 * What flows through the job of one participant: samples and what is made of them or, instead of
 * any, word that the participant is to be forgotten. The word travels behind everything that came
 * before it, so that whoever hears it has all there was and gets no more.
 */
public interface Erasable {
  /** Stands for an erasure's id where nobody asked for one, see {@link #isGone}. */
  String GONE = "gone";

  /** The erasure's id where this is word of one, else the empty string. */
  String erasure();

  /** Whether this is word of an erasure, and nothing else. */
  default boolean isErasure() {
    return !erasure().isEmpty();
  }

  /**
   * Whether the participant is to be forgotten because nothing came of them for long. Unlike the
   * erased they are told of to the end: what waits for more samples waits no longer.
   */
  default boolean isGone() {
    return erasure().equals(GONE);
  }
}
