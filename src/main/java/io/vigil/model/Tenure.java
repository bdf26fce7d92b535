package io.vigil.model;

/**
 * A model at its place: a takeover that was found good.
 *
 * @param takeover which one
 * @param model its model, or null: the place is empty from then on
 */
record Tenure(Takeover takeover, StandingModel model) {

  /**
   * Checks a takeover.
   *
   * @throws ModelRefused if its model is no good, or nobody would score
   */
  static Tenure of(Takeover takeover) {
    if (takeover.artifact().length == 0) {
      ModelRefused.unless(
          !takeover.place().equals(Place.CHAMPION.toString()),
          "Promotion %d leaves %s empty, expected a model: somebody must score",
          takeover.revision(),
          takeover.place());
      return new Tenure(takeover, null);
    }
    StandingModel model = StandingModel.of(takeover.artifact());
    // The copy that others hold already, so that this one need not be kept.
    Takeover shared =
        new Takeover(takeover.revision(), takeover.from(), takeover.place(), model.artifact());
    return new Tenure(shared, model);
  }

  long revision() {
    return takeover.revision();
  }

  long from() {
    return takeover.from();
  }

  /** Whether another one holds wherever this one would. */
  boolean isOverriddenBy(Tenure other) {
    return other.revision() > revision() && other.from() <= from();
  }
}
