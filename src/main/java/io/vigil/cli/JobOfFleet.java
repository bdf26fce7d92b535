package io.vigil.cli;

import io.vigil.JobSettings;
import io.vigil.model.Takeover;
import java.time.Duration;
import java.util.List;

/**
 * The job that is measured.
 *
 * @param settings what it is told
 * @param models that score
 * @param checkpointsEvery how often its state is written
 * @param tasks in how many each operator runs; 0 for the configuration's
 */
record JobOfFleet(
    JobSettings settings, List<Takeover> models, Duration checkpointsEvery, int tasks) {}
