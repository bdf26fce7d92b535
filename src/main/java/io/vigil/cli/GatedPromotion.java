package io.vigil.cli;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.vigil.model.GateFigure;
import io.vigil.model.Place;
import io.vigil.model.Promotion;
import io.vigil.model.PromotionHistory;
import io.vigil.settings.Settings;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What came of a wish to promote a model.
 *
 * @param promotion the line of history, or none: the gate refused
 * @param gate what the gate saw
 */
record GatedPromotion(Optional<Promotion> promotion, List<GateFigure> gate) {

  /** As machines read it; the promotion is null where the gate refused. */
  record Listed(
      @JsonProperty("promoted") boolean promoted,
      @JsonProperty("promotion") PromotionText.Listed promotion,
      @JsonProperty("gate") List<GateFigure> gate) {}

  /** Asks the gate, and promotes the model if it may be or has to be. */
  static GatedPromotion of(
      String reference,
      Place place,
      Settings settings,
      PromotionGate gate,
      boolean force,
      PromotionOptions options)
      throws IOException {
    PromotionHistory history = gate.registry().history();
    List<GateFigure> figures = gate.figures(reference, place, history);
    boolean passed = figures.stream().allMatch(GateFigure::passed);
    if (!passed && !force) {
      return new GatedPromotion(Optional.empty(), figures);
    }
    return new GatedPromotion(
        Optional.of(
            gate.registry()
                .promote(
                    reference, options.order(place, settings, history, !passed, figures), history)),
        figures);
  }

  Listed listed() {
    return new Listed(
        promotion.isPresent(), promotion.map(PromotionText.Listed::of).orElse(null), gate);
  }

  /** What the gate has against it, and what can be done. */
  String refusal(String reference, Place place) {
    return "%s was not promoted to %s:\n%s\nthe model in force stays; --force promotes it all the same"
        .formatted(
            reference,
            place,
            gate.stream().map(GateFigure::says).collect(Collectors.joining("\n")));
  }
}
