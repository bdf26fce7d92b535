package io.vigil.model;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/** Somebody else gave the place away in the meantime; what was decided may no longer hold. */
public final class PromotionOvertaken extends IOException {
  private static final long serialVersionUID = 1L;

  PromotionOvertaken(Place place, List<Promotion> meanwhile) {
    super(
        "The place %s was given away meanwhile (%s); nothing was promoted, ask again if it still should be"
            .formatted(
                place, meanwhile.stream().map(Promotion::line).collect(Collectors.joining("; "))));
  }
}
