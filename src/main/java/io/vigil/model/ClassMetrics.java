package io.vigil.model;

/**
 * How well one class is told from the others. A quotient whose divisor is 0 counts as 0.
 *
 * @param precision share of the windows said to be of the class that are
 * @param recall share of the class's windows that are said to be
 * @param f1 harmonic mean of the two
 * @param support windows of the class
 */
public record ClassMetrics(double precision, double recall, double f1, long support) {}
