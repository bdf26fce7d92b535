package io.vigil.settings;

/** A number for each axis of a sensor. */
public record PerAxis(double x, double y, double z) {}
