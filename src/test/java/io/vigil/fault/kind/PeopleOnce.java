package io.vigil.fault.kind;

import io.vigil.Await;
import io.vigil.fault.rig.Installation;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;

/**
 * Very many people send once and never again. When the job has forgotten them, its state is as
 * small as before, and what followed from what they sent is in the store.
 */
public final class PeopleOnce implements Fault {
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  /** Far less than anybody costs, but more than nobody does. */
  private static final int LEAST_BYTES = 300;

  /** How much of what they cost may still be there in the end: one part in so many. */
  private static final int LEFT = 50;

  private final int people;

  public PeopleOnce(int people) {
    this.people = people;
  }

  /** Shorter than the time after which they would be called silent. */
  @Override
  public String settings() {
    return "participants: {forgetAfter: 3 min}\n";
  }

  @Override
  public Instant strike(Installation installation, Random random) throws Exception {
    long before = installation.stateBytes();
    installation.sendOnce(people, "once");
    long most = installation.stateBytes();
    if (most - before < (long) people * LEAST_BYTES) {
      throw new AssertionError(
          "State grew from %d to %d bytes for %d people; expected more, or nobody is remembered"
              .formatted(before, most, people));
    }
    long small = before + (most - before) / LEFT;
    long[] now = {most};
    Await.until(
        "state to be smaller than " + small + " bytes again",
        PATIENCE,
        () -> {
          installation.pass(5);
          now[0] = installation.stateBytes();
          return now[0] < small;
        });
    System.out.printf(
        "Faults: state of %d bytes, of %d with %d people more, of %d in the end%n",
        before, most, people, now[0]);
    return Instant.now();
  }
}
