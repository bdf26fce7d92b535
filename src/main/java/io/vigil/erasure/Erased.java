package io.vigil.erasure;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who is refused. Of several erasures of one participant the newest counts. */
public final class Erased {
  private final Map<String, Erasure> newest = new HashMap<>();
  private final Map<String, Erasure> refused = new HashMap<>();
  private final Set<String> told = new HashSet<>();

  /** Those that are known from the start; what the job holds of them is still to be forgotten. */
  public Erased(List<Erasure> known) {
    known.forEach(this::note);
  }

  /**
   * Takes one in.
   *
   * @return whether the participant is to be forgotten now: it is in force, and was not taken in
   *     here before
   */
  public boolean take(Erasure erasure) {
    note(erasure);
    return refused.get(erasure.participantId()) != null
        && refused.get(erasure.participantId()).id().equals(erasure.id())
        && told.add(erasure.id());
  }

  private void note(Erasure erasure) {
    Erasure known = newest.get(erasure.participantId());
    if (known != null && known.time() > erasure.time()) {
      return;
    }
    newest.put(erasure.participantId(), erasure);
    if (erasure.lifted()) {
      refused.remove(erasure.participantId());
    } else {
      refused.put(erasure.participantId(), erasure);
    }
  }

  /** By which erasure a participant is refused, or null. */
  public Erasure of(String participantId) {
    return refused.isEmpty() ? null : refused.get(participantId);
  }
}
