package io.vigil.fault.kind;

import io.vigil.fault.rig.Air;
import io.vigil.fault.rig.Installation;
import io.vigil.fault.rig.Message;
import io.vigil.simulate.Batch;
import java.time.Duration;
import java.util.List;
import java.util.Random;

/**
 * One device's clock is more than a day ahead, another counts seconds where milliseconds belong, as
 * if it were January 1970. Both are refused until they are right again; nobody else notices.
 */
public final class ClocksWrong extends SentOtherwise {
  private static final long AHEAD_MICROS = Duration.ofHours(25).toNanos() / 1000;

  public ClocksWrong() {
    super(20);
  }

  @Override
  Air air(Installation installation, Random random) {
    List<String> people = installation.people();
    int one = random.nextInt(people.size());
    String ahead = people.get(one);
    String inSeconds = people.get((one + 1 + random.nextInt(people.size() - 1)) % people.size());
    return second ->
        second.stream()
            .map(
                batch -> {
                  long start = batch.startMicros();
                  if (batch.participantId().equals(ahead)) {
                    return at(batch, start + AHEAD_MICROS);
                  }
                  return batch.participantId().equals(inSeconds) ? at(batch, start / 1000) : batch;
                })
            .map(Message::of)
            .toList();
  }

  private static Batch at(Batch batch, long startMicros) {
    return new Batch(
        batch.participantId(),
        batch.deviceId(),
        batch.sequence(),
        startMicros,
        batch.x(),
        batch.y(),
        batch.z(),
        batch.activity());
  }
}
