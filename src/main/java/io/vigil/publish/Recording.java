package io.vigil.publish;

import io.vigil.sensor.DeadLetter;
import io.vigil.sensor.Decoder;
import io.vigil.sensor.DecoderSettings;
import io.vigil.sensor.DeviceProfiles;
import io.vigil.sensor.MessageFormat;
import io.vigil.sensor.Normaliser;
import io.vigil.source.FilePlan;
import io.vigil.source.HistoricalSplit;
import java.io.Closeable;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;

/**
 * All messages of historical files in the order in which they are sent. The same files and settings
 * give the same messages in the same order, so that a number says which of them are sent.
 */
final class Recording implements Iterator<Outgoing>, Closeable {
  /** Held at once over all files that are looked ahead in: 50 MB. */
  private static final long LOOK_AHEAD_SAMPLES = 2_500_000;

  private final List<FileMessages> files = new ArrayList<>();
  private final Merged messages;

  /**
   * @param refused told what cannot be used, as it is read
   */
  Recording(
      FilePlan plan,
      DecoderSettings settings,
      DeviceProfiles profiles,
      InstantSource clock,
      Consumer<DeadLetter> refused) {
    UsableSamples usable =
        new UsableSamples(new Decoder(settings, clock), new Normaliser(profiles), refused);
    List<HistoricalSplit> splits =
        plan.splits().stream().sorted(Comparator.comparing(HistoricalSplit::id)).toList();
    List<Iterator<Outgoing>> lanes = new ArrayList<>();
    for (HistoricalSplit split : splits) {
      FileMessages lane = new FileMessages(split, usable);
      files.add(lane);
      lanes.add(
          split.format() == MessageFormat.CSV
              ? new LookAhead(lane, Math.max(1, LOOK_AHEAD_SAMPLES / splits.size()))
              : lane);
    }
    messages = new Merged(lanes);
  }

  @Override
  public boolean hasNext() {
    return messages.hasNext();
  }

  @Override
  public Outgoing next() {
    return messages.next();
  }

  @Override
  public void close() throws IOException {
    for (FileMessages file : files) {
      file.close();
    }
  }
}
