package io.vigil.cli;

import io.vigil.lake.ExampleFiles;
import io.vigil.lake.LakeRefused;
import io.vigil.learn.Example;
import io.vigil.learn.GroundTruth;
import io.vigil.learn.Question;
import io.vigil.model.ModelArtifact;
import io.vigil.model.Place;
import io.vigil.model.PromotionOrder;
import io.vigil.model.Registry;
import io.vigil.train.ModelCard;
import io.vigil.train.Reviewed;
import io.vigil.train.personal.Adaptation;
import io.vigil.train.personal.Adapted;
import io.vigil.train.personal.AnsweredWindows;
import io.vigil.train.personal.PersonalOptions;
import io.vigil.train.personal.Proof;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes a participant's own model of the windows in the lake that people have answered about, and
 * gives it its place in the registry if it proves better than everybody's: what `vigil personal
 * train --lake` does, whenever there is something new.
 */
final class DemoLearner {
  /** The job hears of it before that. */
  static final Duration AHEAD = Duration.ofSeconds(2);

  private static final Logger LOG = LoggerFactory.getLogger(DemoLearner.class);

  private final String lake;
  private final Registry registry;
  private final Adaptation adaptation;

  /**
   * @param lake the folder of all participants
   * @param everybodys the model to adapt
   */
  DemoLearner(String lake, Registry registry, ModelArtifact everybodys) {
    this.lake = lake;
    this.registry = registry;
    this.adaptation = new Adaptation(everybodys, PersonalOptions.DEFAULT);
  }

  /**
   * What came of answers.
   *
   * @param proof whether the model is better than everybody's
   * @param model the model that takes over, or nothing where it is not
   * @param from when it takes over
   */
  record Learned(Proof proof, Optional<ModelArtifact> model, Instant from) {}

  /**
   * Learns, if the lake holds all windows that were answered about.
   *
   * @param asked the participant's windows
   */
  Optional<Learned> learn(
      String participantId, List<Question> asked, GroundTruth truth, Instant now)
      throws IOException {
    Set<Long> missing = new HashSet<>();
    asked.stream()
        .filter(w -> truth.labelOf(participantId, w.start(), w.end()).isPresent())
        .forEach(w -> missing.add(w.start()));
    if (missing.isEmpty()) {
      return Optional.empty();
    }
    AnsweredWindows answered = new AnsweredWindows(participantId, Reviewed.of(truth));
    read(
        participantId,
        example -> {
          answered.add(example);
          missing.remove(example.scored().prediction().start());
        });
    if (!missing.isEmpty()) {
      return Optional.empty();
    }
    Adapted adapted =
        adaptation.adapt(participantId, answered.windows(), "own-" + participantId, now);
    Instant from = now.plus(AHEAD);
    return Optional.of(
        new Learned(
            adapted.proof(),
            adapted.proof().holds()
                ? Optional.of(promote(participantId, adapted, from, now))
                : Optional.empty(),
            from));
  }

  private void read(String participantId, Consumer<Example> taker) throws IOException {
    try {
      ExampleFiles.in(lake + "/participant=" + participantId).read(taker);
    } catch (LakeRefused e) {
      // Nothing of them has come to the lake yet.
      LOG.debug("{}", e.getMessage());
    }
  }

  private ModelArtifact promote(String participantId, Adapted adapted, Instant from, Instant now)
      throws IOException {
    ModelArtifact model =
        registry.add(adapted.artifact().id().name(), adapted.artifact(), ModelCard::of).artifact();
    registry.promote(
        model.id().reference(),
        new PromotionOrder(
            Place.ofParticipant(participantId),
            Moments.micros(from),
            now,
            "demo",
            "answers in the review",
            false,
            List.of(adapted.proof().figure())),
        registry.history());
    return model;
  }
}
