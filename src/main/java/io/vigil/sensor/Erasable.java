package io.vigil.sensor;

import java.util.List;

/**
 * What flows through the job of one participant: samples and what is made of them or, instead of
 * any, word that the participant is to be forgotten. The word travels behind everything that came
 * before it, so that whoever hears it has all there was and gets no more.
 */
public interface Erasable {
  /** Stands for an erasure's id where nobody asked for one, see {@link #isGone}. */
  String GONE = "gone";

  /** Stands for an erasure's id where the input has ended, see {@link #isEnd}. */
  String END = "end";

  /** What no erasure's id may be. */
  List<String> RESERVED = List.of(GONE, END);

  /** The erasure's id where this is word of one, else the empty string. */
  String erasure();

  /** Whether this is word that the participant is to be forgotten, and nothing else. */
  default boolean isErasure() {
    return !erasure().isEmpty();
  }

  /** Whether somebody asked for it: nothing more is told of the participant, and it is answered. */
  default boolean isAsked() {
    return isErasure() && !isGone() && !isEnd();
  }

  /**
   * Whether the participant is to be forgotten because nothing came of them for long. Unlike the
   * erased they are told of to the end: what waits for more samples waits no longer.
   */
  default boolean isGone() {
    return erasure().equals(GONE);
  }

  /** Whether nothing more will come of anybody, as at the end of a replay. */
  default boolean isEnd() {
    return erasure().equals(END);
  }
}
