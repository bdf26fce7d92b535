package io.vigil.cli;

import io.vigil.JobInputs;
import io.vigil.model.Lineup;
import io.vigil.model.ModelRefused;
import io.vigil.model.Place;
import io.vigil.model.Takeover;
import io.vigil.model.TakeoverReader;
import io.vigil.model.TakeoverSource;
import io.vigil.model.UnreadRegistry;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The models of a job: those it starts with, and where it hears of others.
 *
 * @param atStart for the job
 * @param refused promotions that are left out, and why
 * @param registry that is followed, or empty where one model scores whatever is promoted
 */
record FollowedModels(
    List<Takeover> atStart, List<String> refused, Optional<TakeoverReader> registry) {

  /** One model, whatever is promoted. */
  static FollowedModels fixed(byte[] artifact) {
    return new FollowedModels(List.of(Takeover.always(artifact)), List.of(), Optional.empty());
  }

  /** Everything that was promoted and can be used, and what will be. */
  static FollowedModels of(TakeoverReader registry) throws IOException {
    List<String> refused = new ArrayList<>();
    Lineup lineup = Lineup.EMPTY;
    for (Takeover takeover : registry.after(0)) {
      try {
        lineup = lineup.with(takeover);
      } catch (ModelRefused e) {
        refused.add(
            "promotion %d to %s is left out: %s"
                .formatted(takeover.revision(), takeover.place(), e.getMessage()));
      }
    }
    return new FollowedModels(lineup.takeovers(), refused, Optional.of(registry));
  }

  /**
   * What a restored job follows whose registry cannot be read now: what it knew is in its
   * checkpoint.
   *
   * @param artifact of the model that scores while a registry has no champion
   */
  static FollowedModels unread(TakeoverReader registry, byte[] artifact) {
    return new FollowedModels(
        List.of(Takeover.always(artifact)), List.of(), Optional.of(new UnreadRegistry(registry)));
  }

  /** Whether there is a model for everybody. */
  boolean hasChampion() {
    return atStart.stream().anyMatch(known -> known.place().equals(Place.CHAMPION.toString()));
  }

  /** The same with a model for everybody, from which the first champion will take over. */
  FollowedModels beginningWith(byte[] artifact) {
    List<Takeover> all = new ArrayList<>(atStart);
    all.add(Takeover.always(artifact));
    return new FollowedModels(all, refused, registry);
  }

  /**
   * The inputs of a job that follows the registry, where there is one.
   *
   * @param every how often it is asked
   * @param once whether it is asked no more once all else has been read
   */
  JobInputs in(JobSources sources, JobInputs inputs, Duration every, boolean once) {
    return registry
        .map(
            reader -> {
              var source = TakeoverSource.of(reader, every);
              return inputs.following(
                  sources.few(once ? source.toTheEnd() : source, "takeovers-in"), reader);
            })
        .orElse(inputs);
  }
}
