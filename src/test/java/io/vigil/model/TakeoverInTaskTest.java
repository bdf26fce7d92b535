package io.vigil.model;

import static io.vigil.SameBits.SAME_BITS;
import static io.vigil.model.ScoringRun.AWAY;
import static io.vigil.model.ScoringRun.NEW;
import static io.vigil.model.ScoringRun.OLD;
import static io.vigil.model.ScoringRun.OTHER;
import static io.vigil.model.ScoringRun.champion;
import static io.vigil.model.ScoringRun.sha256;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigil.feature.FeatureVector;
import io.vigil.model.ScoringRun.Shell;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Models that take over in a task that scores. */
class TakeoverInTaskTest {
  private static final List<FeatureVector> WINDOWS = ScoringRun.windowsOf("p1");
  private static final int HALF = WINDOWS.size() / 2;
  private static final long FROM = WINDOWS.get(HALF).start();
  private static final List<String> HALF_AND_HALF = models(HALF, WINDOWS.size() - HALF);

  /** Seen red with: a model that scores from the moment it is heard of. */
  @Test
  void windowsFromBeforeKeepTheModelOfTheirTime() throws Exception {
    try (ScoringRun run = ScoringRun.following(AWAY).opened()) {
      run.hear(champion(1, FROM, NEW));
      run.windows(WINDOWS);
      assertThat(run.models()).isEqualTo(HALF_AND_HALF);

      run.end("p1");
      assertThat(run.harness.numEventTimeTimers()).isZero();
      assertThat(run.remembered()).isZero();
    }
  }

  /** Seen red with: takeovers that are not put into the broadcast state. */
  @Test
  void aRestoredTaskNeedsNoRegistry() throws Exception {
    OperatorSubtaskState checkpoint;
    try (ScoringRun run = ScoringRun.following(AWAY).opened()) {
      run.hear(champion(1, FROM, NEW));
      checkpoint = run.harness.snapshot(1, 1);
    }
    try (ScoringRun run = ScoringRun.following(AWAY).openedAt(checkpoint)) {
      run.windows(WINDOWS);
      assertThat(run.models()).isEqualTo(HALF_AND_HALF);
    }
  }

  /** Seen red with: {@code UnreadRegistry} that does not say that it must answer. */
  @Test
  void aTaskThatBeginsAnewWaitsForARegistryThatWasNeverRead() throws Exception {
    try (ScoringRun run = ScoringRun.following(new UnreadRegistry(AWAY))) {
      assertThatThrownBy(run::opened)
          .hasMessageContaining("nobody knows which one is in force")
          .hasMessageContaining("asks again");
    }
  }

  /** Seen red with: an answer that is needed after a restore as well. */
  @Test
  void aRestoredTaskGoesOnByARegistryThatWasNeverRead() throws Exception {
    OperatorSubtaskState checkpoint;
    try (ScoringRun run = ScoringRun.following(AWAY).opened()) {
      run.hear(champion(1, FROM, NEW));
      checkpoint = run.harness.snapshot(1, 1);
    }
    try (ScoringRun run = ScoringRun.following(new UnreadRegistry(AWAY)).openedAt(checkpoint)) {
      run.windows(WINDOWS);
      assertThat(run.models()).isEqualTo(HALF_AND_HALF);
    }
  }

  /** Seen red with: a registry that is not asked as the task starts. */
  @Test
  void whatWasPromotedBehindTheCheckpointHoldsBeforeTheFirstWindow() throws Exception {
    OperatorSubtaskState checkpoint;
    try (ScoringRun run = ScoringRun.following(AWAY).opened()) {
      run.windows(WINDOWS.subList(0, HALF));
      checkpoint = run.harness.snapshot(1, 1);
    }
    TakeoverReader registry =
        revision -> revision < 1 ? List.of(champion(1, FROM, NEW)) : List.of();
    try (ScoringRun run = ScoringRun.following(registry).openedAt(checkpoint)) {
      run.windows(WINDOWS.subList(HALF, WINDOWS.size()));
      assertThat(run.models()).containsOnly(sha256(NEW)).hasSize(WINDOWS.size() - HALF);

      run.hear(champion(1, FROM, NEW));
      assertThat(run.kept().immutableEntries()).hasSize(1);
    }
  }

  /** Seen red with: a job without a registry that leaves the state of takeovers alone. */
  @Test
  void aJobThatFollowsNoRegistryForgetsWhatWasPromoted() throws Exception {
    OperatorSubtaskState checkpoint;
    try (ScoringRun run = ScoringRun.following(AWAY).opened()) {
      run.hear(champion(1, FROM, NEW));
      checkpoint = run.harness.snapshot(1, 1);
    }
    try (ScoringRun run = ScoringRun.fixed(OTHER).openedAt(checkpoint)) {
      run.windows(WINDOWS.subList(0, HALF));
      assertThat(run.models()).containsOnly(sha256(OTHER));
      checkpoint = run.harness.snapshot(2, 2);
    }
    try (ScoringRun run = ScoringRun.following(AWAY).openedAt(checkpoint)) {
      run.windows(WINDOWS.subList(HALF, WINDOWS.size()));
      assertThat(run.models()).containsOnly(sha256(OLD));
    }
  }

  @Test
  void goingBackIsATakeoverLikeAnyOther() throws Exception {
    try (ScoringRun run = ScoringRun.following(AWAY).opened()) {
      run.hear(champion(1, WINDOWS.get(5).start(), NEW));
      run.hear(champion(2, WINDOWS.get(8).start(), OLD));
      run.windows(WINDOWS.subList(0, 10));
      List<String> expected = new ArrayList<>(models(5, 3));
      expected.addAll(models(2, 0));
      assertThat(run.models()).isEqualTo(expected);
    }
  }

  /** Seen red with: takeovers that are not put into the broadcast state. */
  @Test
  void takeoversSurviveMoreTasksAndFewer() throws Exception {
    OperatorSubtaskState one;
    try (ScoringRun run = ScoringRun.following(AWAY, 1, 0).opened()) {
      run.hear(champion(1, FROM, NEW));
      one = run.harness.snapshot(1, 1);
    }
    List<OperatorSubtaskState> two = new ArrayList<>();
    for (int task = 0; task < 2; task++) {
      OperatorSubtaskState own =
          AbstractStreamOperatorTestHarness.repartitionOperatorState(
              one, ScoringRun.MOST_TASKS, 1, 2, task);
      try (ScoringRun run = ScoringRun.following(AWAY, 2, task).openedAt(own)) {
        String participant = participantOf(task);
        run.windows(ScoringRun.windowsOf(participant));
        assertThat(run.models()).isEqualTo(HALF_AND_HALF);
        two.add(run.harness.snapshot(2, 2));
      }
    }
    OperatorSubtaskState again =
        AbstractStreamOperatorTestHarness.repartitionOperatorState(
            AbstractStreamOperatorTestHarness.repackageState(two.get(0), two.get(1)),
            ScoringRun.MOST_TASKS,
            2,
            1,
            0);
    try (ScoringRun run = ScoringRun.following(AWAY, 1, 0).openedAt(again)) {
      run.windows(WINDOWS);
      assertThat(run.models()).isEqualTo(HALF_AND_HALF);
    }
  }

  private static String participantOf(int task) {
    String participant = "p";
    while (ScoringRun.taskOf(participant, 2) != task) {
      participant += "p";
    }
    return participant;
  }

  /** Seen red with: a shadow that shares the state of the model in force. */
  @ParameterizedTest
  @EnumSource
  void aChallengerScoresTheSameWindowsInTheShadow(Shell shell) throws Exception {
    Takeover promotion = new Takeover(1, FROM, "challenger", NEW.toBytes());
    Takeover old = Takeover.always(OLD.toBytes());
    List<Takeover> atStart = shell == Shell.FIXED ? List.of(old, promotion) : List.of(old);
    try (ScoringRun run = shell.with(atStart).opened();
        ScoringRun undisturbed = shell.with(OLD).opened();
        ScoringRun challenger = shell.with(NEW).opened()) {
      if (shell == Shell.FOLLOWING) {
        run.hear(promotion);
      }
      run.windows(WINDOWS);
      undisturbed.windows(WINDOWS);
      challenger.windows(WINDOWS.subList(HALF, WINDOWS.size()));

      assertThat(run.predictions())
          .usingRecursiveFieldByFieldElementComparator(SAME_BITS)
          .isEqualTo(undisturbed.predictions());
      List<Shadow> shadows =
          run.harness.getSideOutput(ScoringFunction.SHADOWS).stream()
              .map(StreamRecord::getValue)
              .toList();
      assertThat(shadows)
          .extracting(Shadow::inForce)
          .usingRecursiveFieldByFieldElementComparator(SAME_BITS)
          .isEqualTo(run.predictions().subList(HALF, WINDOWS.size()));
      assertThat(shadows)
          .extracting(Shadow::challenger)
          .usingRecursiveFieldByFieldElementComparator(SAME_BITS)
          .isEqualTo(challenger.predictions());

      run.end("p1");
      assertThat(run.remembered()).isZero();
    }
  }

  @Test
  void aBadModelAmongManyIsLeftOutAtTheStart() throws Exception {
    byte[] truncated = Arrays.copyOf(NEW.toBytes(), 1000);
    TakeoverReader registry =
        revision ->
            List.of(
                new Takeover(1, FROM, "champion", truncated),
                new Takeover(2, FROM, "champion@ward", NEW.toBytes()));
    try (ScoringRun run = ScoringRun.following(registry).opened()) {
      run.windows(WINDOWS);
      assertThat(run.models()).containsOnly(sha256(OLD));
    }
  }

  @ParameterizedTest
  @EnumSource
  void withoutAModelForEverybodyNothingStarts(Shell shell) throws Exception {
    ScoringRun run = shell.with(List.of(new Takeover(1, FROM, "champion@ward", NEW.toBytes())));
    assertThatThrownBy(run::opened)
        .isInstanceOf(ModelRefused.class)
        .hasMessage("The job was started without a model for everybody");
  }

  /** The old model so often, then the new one so often. */
  private static List<String> models(int old, int next) {
    List<String> models = new ArrayList<>(Collections.nCopies(old, sha256(OLD)));
    models.addAll(Collections.nCopies(next, sha256(NEW)));
    return models;
  }
}
