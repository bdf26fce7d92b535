package io.vigil;

import org.assertj.core.api.recursive.comparison.RecursiveComparisonConfiguration;

/**
 * Field by field and to the last bit. AssertJ's own recursive comparison takes numbers that differ
 * by rounding for the same.
 */
public final class SameBits {
  /** For {@code usingRecursiveComparison}. */
  public static final RecursiveComparisonConfiguration SAME_BITS =
      RecursiveComparisonConfiguration.builder()
          .withEqualsForType((a, b) -> Double.compare(a, b) == 0, Double.class)
          .withEqualsForType((a, b) -> Float.compare(a, b) == 0, Float.class)
          .build();

  private SameBits() {}
}
