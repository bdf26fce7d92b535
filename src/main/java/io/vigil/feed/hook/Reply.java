package io.vigil.feed.hook;

import java.time.Duration;
import java.util.Optional;

/**
 * What came of an attempt.
 *
 * @param verdict what it means for the message
 * @param words what happened, without anything secret
 * @param pause how long the receiver asks to be left alone, if it does
 */
public record Reply(Verdict verdict, String words, Optional<Duration> pause) {

  /** What an attempt means for the message. */
  public enum Verdict {
    /** It has arrived. */
    DELIVERED,
    /** It may arrive later. */
    RETRY,
    /** It will never arrive as it is. */
    DEAD,
    /** Nothing will ever arrive there. */
    GONE
  }

  /** What a receiver's answer means. */
  static Reply of(int status, Optional<Duration> pause) {
    if (status >= 200 && status < 300) {
      return new Reply(Verdict.DELIVERED, "answered " + status, Optional.empty());
    }
    return switch (status) {
      case 410 ->
          new Reply(
              Verdict.GONE, "answered 410: nothing is received there any more", Optional.empty());
      // The receiver was in no state to look at the message.
      case 408, 425, 429 -> new Reply(Verdict.RETRY, "answered " + status, pause);
      default -> {
        if (status >= 400 && status < 500) {
          // The receiver looked at the message and does not want it, and would not later.
          yield new Reply(Verdict.DEAD, "answered " + status, Optional.empty());
        }
        // A redirect is often a maintenance page: the alarm may yet get through.
        String words =
            status >= 300 && status < 400
                ? "answered %d, a redirect, which is not followed".formatted(status)
                : "answered " + status;
        yield new Reply(Verdict.RETRY, words, pause);
      }
    };
  }

  /** No answer came. */
  static Reply fault(String words) {
    return new Reply(Verdict.RETRY, words, Optional.empty());
  }

  /** It was not even tried, for a reason that stays. */
  static Reply refused(String words) {
    return new Reply(Verdict.DEAD, words, Optional.empty());
  }
}
