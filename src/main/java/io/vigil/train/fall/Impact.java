package io.vigil.train.fall;

/**
 * An impact to learn from.
 *
 * @param trial it is of
 * @param features as the detector measures them
 * @param isFall whether it is the fall
 */
record Impact(Trial trial, double[] features, boolean isFall) {}
