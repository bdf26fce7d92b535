package io.vigil.alert;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Watches the detector of inactivity, and notes each stretch of stillness of a minute or more. */
final class StillSpells {
  private static final long LEAST = Duration.ofMinutes(1).toNanos() / 1000;

  private final List<StillSpell> over = new ArrayList<>();
  private StillSpell now;

  /** Looks at what the detector remembers after each block. */
  void look(InactivityState state, Rules rules) {
    boolean goesOn = now != null && now.from() == state.since;
    if (!goesOn) {
      end();
    }
    now =
        new StillSpell(
            state.since,
            state.lastEnd,
            Inactivity.allowed(state.afterWalking, state.since, rules),
            rules.schedule().at(state.since),
            state.afterWalking,
            state.share);
  }

  /** All of them, those that reach into a span of time. */
  List<StillSpell> within(long from, long to) {
    end();
    return over.stream().filter(spell -> spell.to() >= from && spell.from() < to).toList();
  }

  private void end() {
    if (now != null && now.to() - now.from() >= LEAST) {
      over.add(now);
    }
    now = null;
  }
}
