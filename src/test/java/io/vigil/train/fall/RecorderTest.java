package io.vigil.train.fall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigil.sensor.SampleBatch;
import io.vigil.train.TrainingRefused;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Pieces become recordings, and recordings those of bodies. */
class RecorderTest {
  private final Recorder recorder = new Recorder();

  /** Seen red with: pieces joined as they come. */
  @Test
  void everyInstantIsThereOnceAndInOrderHoweverThePiecesCome() {
    recorder.add(piece("p1", 40, 50));
    recorder.add(piece("p1", 10, 20, 30));
    recorder.add(piece("p1", 20, 30, 40));
    recorder.add(piece("p1"));

    SampleBatch joined = recorder.recordings().get(0).samples();
    assertThat(joined.times()).containsExactly(10, 20, 30, 40, 50);
    assertThat(joined.y()).containsExactly(10, 20, 30, 40, 50);
  }

  @Test
  void trialsComeFirstAndNumbersAreCounted() {
    List.of("10", "2", "SA02-D01-R01", "SA01-F05-R02").forEach(id -> recorder.add(piece(id, 1, 2)));

    assertThat(recorder.recordings())
        .extracting(recording -> recording.trial().id())
        .containsExactly("SA01-F05-R02", "SA02-D01-R01", "2", "10");
  }

  @Test
  void groupsAreOneBody() {
    List.of("1", "2", "6", "SA01-F05-R02").forEach(id -> recorder.add(piece(id, 1, 2)));
    Bodies bodies = new Bodies(List.of(List.of("2", "6")));

    assertThat(bodies.called("chest").of(recorder.recordings()))
        .extracting(recording -> recording.trial().person())
        .containsExactly("chest-SA01", "chest-1", "chest-2", "chest-2");
    bodies.checkAllMet();
  }

  @Test
  void refusesGroupsThatCannotBe() {
    assertThatThrownBy(() -> new Bodies(List.of(List.of("1", "2"), List.of("2", "3"))))
        .isInstanceOf(TrainingRefused.class)
        .hasMessageContaining("once");
    Bodies bodies = new Bodies(List.of(List.of("1", "99")));
    recorder.add(piece("1", 1, 2));
    bodies.of(recorder.recordings());
    assertThatThrownBy(bodies::checkAllMet)
        .isInstanceOf(TrainingRefused.class)
        .hasMessageContaining("no recording of 99");
  }

  private static SampleBatch piece(String id, long... times) {
    short[] values = new short[times.length];
    for (int i = 0; i < times.length; i++) {
      values[i] = (short) times[i];
    }
    return new SampleBatch(id, times, values, values, values, "");
  }
}
