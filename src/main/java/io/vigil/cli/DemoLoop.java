package io.vigil.cli;

import io.vigil.activity.ClassScheme;
import io.vigil.learn.GroundTruth;
import io.vigil.learn.Label;
import io.vigil.learn.Question;
import io.vigil.model.ModelArtifact;
import io.vigil.store.Container;
import io.vigil.store.Document;
import io.vigil.store.DocumentStore;
import io.vigil.store.LabelReading;
import io.vigil.store.ReviewDocuments;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * From answers to a better model, while the demo runs: what people answer in the review, or the
 * {@link DemoReviewer} where nobody does, becomes a participant's own model, which takes over in
 * the running job.
 */
final class DemoLoop {
  private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

  private final NewDocuments questions;
  private final NewDocuments labels;
  private final DemoReviewer reviewer;
  private final DemoLearner learner;
  private final DemoScore score;
  private final String everybodys;
  private final Consumer<String> told;
  private final Map<String, List<Question>> asked = new TreeMap<>();
  private final GroundTruth truth = new GroundTruth();
  private final Set<String> waiting = new TreeSet<>();
  private final Map<String, String> own = new TreeMap<>();
  private Instant next = Instant.MIN;

  /**
   * @param everybodys the model that scores at the start
   * @param told what happens, a line each
   */
  DemoLoop(
      DocumentStore store,
      DemoTruth truth,
      DemoLearner learner,
      ModelArtifact everybodys,
      Consumer<String> told) {
    this.questions = new NewDocuments(store, Container.REVIEWS);
    this.labels = new NewDocuments(store, Container.LABELS);
    this.reviewer = new DemoReviewer(store, truth);
    this.learner = learner;
    this.score =
        new DemoScore(
            store,
            truth,
            ClassScheme.named(everybodys.manifest().classScheme())
                .orElse(ClassScheme.of(everybodys.manifest().classes())));
    this.everybodys = everybodys.id().name();
    this.told = told;
  }

  /** Looks for answers, learns from them, and lets the reviewer answer. */
  void goOn(Instant now) {
    if (now.isBefore(next)) {
      return;
    }
    next = now.plus(LOOK_EVERY);
    for (Document document : questions.next()) {
      asked
          .computeIfAbsent(document.participantId(), id -> new ArrayList<>())
          .add(ReviewDocuments.read(document.body()).withoutSamples());
    }
    for (Document document : labels.next()) {
      Label label = LabelReading.read(document.body());
      truth.add(label);
      waiting.add(label.participantId());
      if (!label.reviewer().equals(DemoReviewer.NAME)) {
        reviewer.stepBack();
      }
    }
    for (Iterator<String> all = waiting.iterator(); all.hasNext(); ) {
      if (learned(all.next(), now)) {
        all.remove();
      }
    }
    int answers = reviewer.due(now);
    if (answers > 0) {
      tell(
          now,
          "",
          "reviewed",
          "(the demo's reviewer) nobody else did: %d windows".formatted(answers));
    }
  }

  private boolean learned(String participantId, Instant now) {
    try {
      return learner
          .learn(participantId, asked.getOrDefault(participantId, List.of()), truth, now)
          .map(
              learned -> {
                tell(now, participantId, learned);
                return true;
              })
          .orElse(false);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "Answers about %s could not be learned".formatted(participantId), e);
    }
  }

  private void tell(Instant now, String participantId, DemoLearner.Learned learned) {
    String why =
        String.format(
            Locale.ROOT,
            "%d answers, nearer to held out ones %d times, farther %d times",
            learned.proof().answers(),
            learned.proof().better(),
            learned.proof().worse());
    learned
        .model()
        .ifPresentOrElse(
            model -> {
              own.put(participantId, model.id().name());
              tell(
                  now,
                  participantId,
                  "learned",
                  "%s takes over in 2 s: %s".formatted(model.id().reference(), why));
            },
            () -> tell(now, participantId, "not better", learned.proof().reason()));
  }

  /** Says what it was good for. */
  void end(Instant now) {
    score.look();
    own.forEach(
        (participantId, model) ->
            tell(
                now,
                participantId,
                "right",
                "own model in %s, everybody's in %s"
                    .formatted(
                        score.of(participantId, model), score.of(participantId, everybodys))));
  }

  private void tell(Instant now, String whose, String what, String more) {
    told.accept(AlertLines.news(now, whose, what, more));
  }
}
