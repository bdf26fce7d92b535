package io.vigil.train.fall;

import io.vigil.sensor.SampleBatch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Puts recordings together from pieces that come in any order. */
public final class Recorder {
  private final Map<String, List<SampleBatch>> pieces = new TreeMap<>();

  /** Takes in a piece of a participant's recording. */
  public void add(SampleBatch piece) {
    if (piece.size() > 0) {
      pieces.computeIfAbsent(piece.participantId(), id -> new ArrayList<>()).add(piece);
    }
  }

  /**
   * One recording a participant, each instant in it once and in order of time. Trials come first
   * and days after them, both by name as people would count: 2 before 10. The order never depends
   * on that of the pieces, because the last digits of a model trained on them do on theirs.
   */
  public List<Recording> recordings() {
    return pieces.entrySet().stream()
        .map(entry -> recording(entry.getKey(), entry.getValue()))
        .sorted(
            Comparator.comparing((Recording recording) -> recording.trial().isDay())
                .thenComparing(recording -> recording.trial().id().length())
                .thenComparing(recording -> recording.trial().id()))
        .toList();
  }

  private static Recording recording(String participantId, List<SampleBatch> pieces) {
    pieces.sort(Comparator.comparing(piece -> piece.times()[0]));
    int most = pieces.stream().mapToInt(SampleBatch::size).sum();
    long[] times = new long[most];
    short[][] axes = new short[3][most];
    int size = 0;
    for (SampleBatch piece : pieces) {
      for (int i = 0; i < piece.size(); i++) {
        if (size == 0 || piece.times()[i] > times[size - 1]) {
          times[size] = piece.times()[i];
          axes[0][size] = piece.x()[i];
          axes[1][size] = piece.y()[i];
          axes[2][size] = piece.z()[i];
          size++;
        }
      }
    }
    return new Recording(
        Trial.of(participantId),
        new SampleBatch(
            participantId,
            Arrays.copyOf(times, size),
            Arrays.copyOf(axes[0], size),
            Arrays.copyOf(axes[1], size),
            Arrays.copyOf(axes[2], size),
            ""));
  }
}
