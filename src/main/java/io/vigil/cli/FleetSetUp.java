package io.vigil.cli;

import java.util.Optional;

/**
 * What is the same for every number of people.
 *
 * @param job that is measured
 * @param options how the fleet is put together
 * @param sender who sends
 * @param broker our own, if it is
 */
record FleetSetUp(
    JobOfFleet job, FleetOptions options, BenchProcess sender, Optional<BenchProcess> broker) {}
