package io.vigil.model;

import io.vigil.activity.ModelRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which model scores which window: all places and who held them when. It never changes: with one
 * more takeover it is another lineup.
 *
 * <p>A window is scored by the model of the most particular place that was filled at the moment the
 * window begins, however late it is heard of either. What a place held is remembered {@value
 * Succession#KEPT} promotions back; windows of before the champion's oldest are the oldest's.
 */
public final class Lineup {
  /** Nobody scores. */
  public static final Lineup EMPTY =
      new Lineup(Succession.NOBODY, Succession.NOBODY, Map.of(), Map.of());

  private final Succession champions;
  private final Succession challengers;
  private final Map<String, Succession> cohorts;
  private final Map<String, Succession> participants;

  private Lineup(
      Succession champions,
      Succession challengers,
      Map<String, Succession> cohorts,
      Map<String, Succession> participants) {
    this.champions = champions;
    this.challengers = challengers;
    this.cohorts = cohorts;
    this.participants = participants;
  }

  /**
   * The same after one more takeover; the same one where it changes nothing, because it was heard
   * of before or a later one overrides it.
   *
   * @throws ModelRefused if there is no such place, or its model cannot be used
   */
  public Lineup with(Takeover takeover) {
    Place place = Place.named(takeover.place());
    if (takeover.isErasure()) {
      Map<String, Succession> others = new HashMap<>(participants);
      others.remove(place.whose());
      return new Lineup(champions, challengers, cohorts, others);
    }
    Tenure next = Tenure.of(takeover);
    return switch (place.kind()) {
      case CHAMPION -> new Lineup(champions.with(next), challengers, cohorts, participants);
      case CHALLENGER -> new Lineup(champions, challengers.with(next), cohorts, participants);
      case COHORT ->
          new Lineup(champions, challengers, with(cohorts, place.whose(), next), participants);
      case PERSONAL ->
          new Lineup(champions, challengers, cohorts, with(participants, place.whose(), next));
    };
  }

  private static Map<String, Succession> with(
      Map<String, Succession> places, String whose, Tenure next) {
    Map<String, Succession> changed = new HashMap<>(places);
    changed.put(whose, places.getOrDefault(whose, Succession.NOBODY).with(next));
    return changed;
  }

  /** Whether somebody scores. */
  public boolean isFilled() {
    return !champions.tenures().isEmpty();
  }

  /** All takeovers that can still matter, place by place. */
  public List<Takeover> takeovers() {
    List<Succession> places = new ArrayList<>(List.of(champions, challengers));
    places.addAll(cohorts.values());
    places.addAll(participants.values());
    return places.stream()
        .flatMap(place -> place.tenures().stream())
        .map(Tenure::takeover)
        .toList();
  }

  /**
   * Who scores.
   *
   * @param participantId whose window it is
   * @param cohort theirs, or the empty string
   * @param start when the window begins, microseconds since the epoch (UTC)
   */
  StandingModel at(String participantId, String cohort, long start) {
    StandingModel own = at(participants, participantId, start);
    if (own != null) {
      return own;
    }
    StandingModel theirs = at(cohorts, cohort, start);
    return theirs != null ? theirs : champions.atOrFirst(start);
  }

  private static StandingModel at(Map<String, Succession> places, String whose, long start) {
    if (places.isEmpty()) {
      return null;
    }
    return places.getOrDefault(whose, Succession.NOBODY).at(start);
  }

  /** Which model was promoted last to score everybody; there is one where {@link #isFilled}. */
  ModelRef champion() {
    List<Tenure> tenures = champions.tenures();
    return tenures.get(tenures.size() - 1).model().ref();
  }

  /** Who scores in the shadow, or null. */
  StandingModel challengerAt(long start) {
    return challengers.at(start);
  }
}
