package io.vigil.cli;

import io.vigil.JobInputs;
import io.vigil.model.Lineup;
import io.vigil.model.ModelRefused;
import io.vigil.model.Takeover;
import io.vigil.model.TakeoverReader;
import io.vigil.model.TakeoverSource;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The models of a job: those it starts with, and where it hears of others.
 *
 * @param atStart for the job; one for everybody is among them
 * @param refused promotions that are left out, and why
 * @param registry that is followed, or empty where one model scores whatever is promoted
 */
record FollowedModels(
    List<Takeover> atStart, List<String> refused, Optional<TakeoverReader> registry) {

  /** One model, whatever is promoted. */
  static FollowedModels fixed(byte[] artifact) {
    return new FollowedModels(List.of(Takeover.always(artifact)), List.of(), Optional.empty());
  }

  /**
   * Everything that was promoted, and what will be.
   *
   * @param before artifact of the model that scores where nobody was ever made champion
   * @throws ModelRefused if no champion can be used
   */
  static FollowedModels of(TakeoverReader registry, byte[] before) throws IOException {
    List<String> refused = new ArrayList<>();
    Lineup lineup = Lineup.EMPTY;
    ModelRefused last = null;
    for (Takeover takeover : registry.after(0)) {
      try {
        lineup = lineup.with(takeover);
      } catch (ModelRefused e) {
        last = e;
        refused.add(
            "promotion %d to %s is left out: %s"
                .formatted(takeover.revision(), takeover.place(), e.getMessage()));
      }
    }
    if (!lineup.isFilled()) {
      if (last != null) {
        throw last;
      }
      lineup = lineup.with(Takeover.always(before));
    }
    return new FollowedModels(lineup.takeovers(), refused, Optional.of(registry));
  }

  /** The same for a replay: all it will ever know is known from the start. */
  FollowedModels asPromoted() {
    return new FollowedModels(atStart, refused, Optional.empty());
  }

  /**
   * The inputs of a job that follows the registry, where there is one.
   *
   * @param every how often it is asked
   * @param once whether it is asked no more once all else has been read
   */
  JobInputs in(LocalJob local, JobInputs inputs, Duration every, boolean once) {
    return registry
        .map(
            reader -> {
              var source = TakeoverSource.of(reader, every);
              return inputs.following(
                  local.few(once ? source.toTheEnd() : source, "takeovers-in"), reader);
            })
        .orElse(inputs);
  }
}
