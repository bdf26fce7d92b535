package io.vigil.learn;

/** Why a window is worth keeping. */
public enum Reason {
  /** The message said what the participant was doing. */
  LABELLED,
  /** The model was unsure: an answer teaches it most. */
  UNCERTAIN,
  /** Drawn by chance, the same for all windows: it shows how things really are. */
  UNIFORM
}
