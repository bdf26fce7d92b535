package io.vigil.metric;

import java.util.List;

/**
 * What a table of metrics says of one.
 *
 * @param prometheus its name, as Prometheus knows it
 * @param kind how it moves
 * @param unit what it counts, or what it is measured in
 * @param labels that tell its series apart, besides those that every metric of its process has
 * @param comment what it says
 */
public record Described(
    String prometheus, Kind kind, String unit, List<String> labels, String comment) {}
