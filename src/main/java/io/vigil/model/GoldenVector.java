package io.vigil.model;

/**
 * A window's features with the answer of the library that trained the model.
 *
 * @param features in the order of the feature schema
 * @param probabilities in the order of the classes, in full precision
 */
public record GoldenVector(double[] features, double[] probabilities) {}
