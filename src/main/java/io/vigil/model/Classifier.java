package io.vigil.model;

/** Says how probable each class is, given the features of a window. */
public interface Classifier {

  /**
   * Scores one window.
   *
   * @param features in the order of the feature schema
   * @param probabilities filled with one value a class, in the model's order; they add up to 1
   */
  void probabilities(double[] features, double[] probabilities);
}
