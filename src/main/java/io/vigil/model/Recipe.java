package io.vigil.model;

/**
 * How a model was trained; with the same data and the same version of Smile it makes the same model
 * again.
 *
 * @param algorithm as the command line has it
 * @param smileVersion of the library that trained it
 * @param seed of all randomness
 * @param trees how many
 * @param depth at most, of a tree
 * @param nodeSize windows at a leaf, at least
 * @param mtry features tried at a split; 0 for the square root of their number
 * @param subsample share of the windows a tree is trained on, without replacement; 1 for as many as
 *     there are, with replacement
 * @param balance 0 for the classes as frequent as they are, 1 for equally frequent
 * @param boundarySeconds windows nearer than this to a change of the label were left out
 */
public record Recipe(
    String algorithm,
    String smileVersion,
    long seed,
    int trees,
    int depth,
    int nodeSize,
    int mtry,
    double subsample,
    double balance,
    double boundarySeconds) {}
