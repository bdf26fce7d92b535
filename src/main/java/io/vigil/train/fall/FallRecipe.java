package io.vigil.train.fall;

/**
 * How a model of falls is trained.
 *
 * @param penalty on the weights' squares, not negative
 * @param seed of what is random in the variations
 */
public record FallRecipe(double penalty, long seed) {
  /** What the shipped model was trained with. */
  public static final FallRecipe DEFAULT = new FallRecipe(1, 1);
}
