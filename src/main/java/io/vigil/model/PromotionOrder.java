package io.vigil.model;

import java.time.Instant;
import java.util.List;

/**
 * What somebody wants done with a place.
 *
 * @param place which
 * @param from the moment of event time it shall hold from, as {@link Promotion#from}
 * @param at now
 * @param by who wants it
 * @param why in their words; may be empty
 * @param forced whether the gate is overridden
 * @param gate what the gate saw; empty where it was not asked
 */
public record PromotionOrder(
    Place place,
    long from,
    Instant at,
    String by,
    String why,
    boolean forced,
    List<GateFigure> gate) {

  /** An order that no gate was asked about. */
  public PromotionOrder(Place place, long from, Instant at, String by, String why) {
    this(place, from, at, by, why, false, List.of());
  }

  /** The line of history that carries it out; it gets its revision when it is written. */
  Promotion of(ModelId model) {
    return new Promotion(
        0, place, model.reference(), model.sha256(), from, at, by, why, forced, gate);
  }

  /** The line of history that empties the place. */
  Promotion ofNobody() {
    return new Promotion(0, place, "", "", from, at, by, why, forced, gate);
  }
}
