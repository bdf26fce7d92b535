package io.vigil.store;

/** The kinds of documents; each has a container of its own. */
public enum Container {
  /** Episodes of an activity. */
  ACTIVITIES("activities"),
  /** The label of every window: for research, off by default. */
  PREDICTIONS("predictions"),
  /** Input that could not be used. */
  DEAD_LETTERS("deadletters"),
  /** What became of the samples, for the summary of a bounded run. */
  TALLIES("tallies");

  private final String title;

  Container(String title) {
    this.title = title;
  }

  /** The container's name in stores and of files. */
  public String title() {
    return title;
  }
}
