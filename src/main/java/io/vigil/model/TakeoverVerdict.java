package io.vigil.model;

/**
 * Something about models that somebody should look at, or need no longer look at.
 *
 * @param reason why a promotion was refused, or the empty string: every place has a good one again
 * @param place that it was for
 * @param revision of that promotion
 * @param since when the newest refused one came, microseconds since the epoch (UTC)
 * @param at when this was seen, microseconds since the epoch (UTC)
 */
public record TakeoverVerdict(String reason, String place, long revision, long since, long at) {

  /** Whether a promotion was refused. */
  public boolean refused() {
    return !reason.isEmpty();
  }
}
