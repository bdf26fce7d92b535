package io.vigil.feed.board;

/**
 * All that holds now.
 *
 * @param people how they are
 * @param alerts what is to be dealt with
 * @param pulse whether the job lives
 */
public record Boards(PeopleBoard people, AlertBoard alerts, Pulse pulse) {

  /** Empty ones. */
  public Boards() {
    this(new PeopleBoard(), new AlertBoard(), new Pulse());
  }
}
