package io.vigil.sensor;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.StringJoiner;

/** How samples that came too late are kept: as a dead letter that can be sent again. */
public final class LateSamples {

  /** The dead letter of late samples; its payload is CSV with a header, in g. */
  public static DeadLetter deadLetter(SampleBatch late) {
    Instant first = Instant.EPOCH.plus(late.times()[0], ChronoUnit.MICROS);
    return new DeadLetter(
        DeadLetter.Kind.LATE,
        late.participantId(),
        "late/" + late.participantId(),
        late.times()[0],
        "%d samples from %s are older than the participant's clock allows; they were left out of the windows"
            .formatted(late.size(), first),
        late.size(),
        csv(late).getBytes(StandardCharsets.UTF_8));
  }

  private static String csv(SampleBatch batch) {
    StringJoiner lines = new StringJoiner("\n", "participantId,timestamp,x,y,z\n", "\n");
    for (int i = 0; i < batch.size(); i++) {
      lines.add(
          String.format(
              Locale.ROOT,
              "%s,%.3f,%.5f,%.5f,%.5f",
              batch.participantId(),
              batch.times()[i] / 1000.0,
              batch.x()[i] / (double) SampleBatch.PER_G,
              batch.y()[i] / (double) SampleBatch.PER_G,
              batch.z()[i] / (double) SampleBatch.PER_G));
    }
    return lines.toString();
  }

  private LateSamples() {}
}
