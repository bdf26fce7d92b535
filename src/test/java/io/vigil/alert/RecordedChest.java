package io.vigil.alert;

import io.vigil.sensor.DeviceProfile;
import io.vigil.sensor.SampleBatch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a recording of UCI data set 287 into one stretch of samples that begins at nine o'clock.
 */
final class RecordedChest {
  /** Samples of twenty seconds. */
  static final int TWENTY_SECONDS = 52 * 20;

  static SampleBatch read(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    int n = lines.size();
    long[] times = new long[n];
    short[] x = new short[n];
    short[] y = new short[n];
    short[] z = new short[n];
    DeviceProfile.Axis axis = DeviceProfile.UCI287.x();
    for (int i = 0; i < n; i++) {
      String[] row = lines.get(i).split(",");
      times[i] = Told.BEGINNING + Math.round(i * 1e6 / 52);
      x[i] = steps(row[1], axis);
      y[i] = steps(row[2], axis);
      z[i] = steps(row[3], axis);
    }
    return new SampleBatch(file.getFileName().toString(), times, x, y, z, "");
  }

  /**
   * Where the twenty seconds begin whose least still half second is the stillest: some people do
   * not sit still for a minute in an hour.
   */
  static int stillest(SampleBatch person) {
    List<Block> blocks = new ArrayList<>();
    new Blocks().add(new BlockState(), person, blocks::add);
    int best = 0;
    double least = Double.MAX_VALUE;
    for (int i = 1; i + 50 < blocks.size(); i += 4) {
      double most = blocks.subList(i, i + 42).stream().mapToDouble(Block::variance).max().orElse(0);
      if (most < least) {
        least = most;
        best = i;
      }
    }
    return Math.min(best * 26, person.size() - TWENTY_SECONDS);
  }

  private static short steps(String count, DeviceProfile.Axis axis) {
    return (short)
        Math.round((Double.parseDouble(count) - axis.zero()) / axis.perG() * SampleBatch.PER_G);
  }

  private RecordedChest() {}
}
