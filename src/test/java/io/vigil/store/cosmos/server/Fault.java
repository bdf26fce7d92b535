package io.vigil.store.cosmos.server;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * Something that goes wrong with a request.
 *
 * @param status answered in place of doing anything, or 0
 * @param before what to wait for before doing anything
 * @param after what to wait for when it is done
 * @param cut where the connection is closed
 */
public record Fault(int status, int subStatus, Pause before, Pause after, Cut cut) {

  /** Where a connection is closed. */
  public enum Cut {
    NOWHERE,
    BEFORE_WORK,
    BEFORE_ANSWER
  }

  /** Lets time pass, or waits for something. */
  public interface Pause {
    Pause NONE = () -> {};

    void pass() throws Exception;
  }

  /** Answered with a status, with the sub-status that the service mostly gives. */
  public static Fault status(int status) {
    return status(
        status,
        switch (status) {
          case 429 -> 3200;
          case 410 -> 1007;
          default -> 0;
        });
  }

  /** Answered with a status; 404/1002 is a session that was not available yet. */
  public static Fault status(int status, int subStatus) {
    return new Fault(status, subStatus, Pause.NONE, Pause.NONE, Cut.NOWHERE);
  }

  /** Done late. */
  public static Fault slow(Duration by) {
    return new Fault(0, 0, pause(by), Pause.NONE, Cut.NOWHERE);
  }

  /** Done at once, answered late. */
  public static Fault slowAnswer(Duration by) {
    return new Fault(0, 0, Pause.NONE, pause(by), Cut.NOWHERE);
  }

  /** Done only when the future is. */
  public static Fault heldUntil(CompletableFuture<?> released) {
    return new Fault(0, 0, released::join, Pause.NONE, Cut.NOWHERE);
  }

  /** Not done, and the connection closed. */
  public static Fault closedBefore() {
    return new Fault(0, 0, Pause.NONE, Pause.NONE, Cut.BEFORE_WORK);
  }

  /** Done, but the connection closed in place of an answer. */
  public static Fault answerLost() {
    return new Fault(0, 0, Pause.NONE, Pause.NONE, Cut.BEFORE_ANSWER);
  }

  private static Pause pause(Duration length) {
    return () -> Thread.sleep(length.toMillis());
  }

  Refused refused() {
    return status == 429
        ? Refused.tooManyRequests(10)
        : new Refused(status, subStatus, "A fault that was asked for");
  }
}
