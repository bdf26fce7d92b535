package io.vigil.model;

import java.time.Instant;
import java.util.List;

/**
 * A model was given a place, or a place was emptied: one line of the history of a registry, which
 * is only ever added to.
 *
 * @param revision counted from 1 without a gap
 * @param place which was given
 * @param model {@code name:version}, or the empty string: nobody holds the place from then on
 * @param sha256 of the model, or the empty string
 * @param from the moment of event time it holds from, microseconds since the epoch (UTC); {@link
 *     #ALWAYS} where it holds for everything
 * @param at when it was promoted
 * @param by whom
 * @param why in their words; may be empty
 * @param forced whether it was promoted although the gate refused it
 * @param gate what the gate saw; empty where it was not asked
 */
public record Promotion(
    long revision,
    Place place,
    String model,
    String sha256,
    long from,
    Instant at,
    String by,
    String why,
    boolean forced,
    List<GateFigure> gate) {

  /** Holds for all event time. */
  public static final long ALWAYS = Long.MIN_VALUE;

  public Promotion {
    gate = List.copyOf(gate);
  }

  /** Whether nobody holds the place from then on. */
  public boolean isWithdrawal() {
    return model.isEmpty();
  }

  /** In a line, for whoever was too late or wants to know. */
  public String line() {
    return "revision %d: %s %s by %s at %s%s"
        .formatted(
            revision,
            place,
            isWithdrawal() ? "emptied" : "given to " + model,
            by,
            at,
            why.isEmpty() ? "" : " (" + why + ")");
  }
}
