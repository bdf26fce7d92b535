package io.vigil.settings;

/**
 * Request units a second that are bought for a database.
 *
 * @param mode {@code serverless}, {@code manual} or {@code autoscale}
 * @param units a second, at most; 0 where serverless
 */
public record RequestUnits(String mode, int units) {}
