package io.vigil.bench;

import io.vigil.sensor.AvroBatch;
import io.vigil.sensor.AvroBatches;
import io.vigil.simulate.Batch;
import io.vigil.simulate.BatchWriter;
import io.vigil.simulate.Scenario;
import io.vigil.simulate.Simulation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;

/**
 * What participants send. A few hundred people are simulated and encoded once; each participant of
 * the fleet is one of them, joined somewhere in the day, which begins again when it ends. Only what
 * differs, who and when, is encoded for each message.
 */
public final class FleetBodies {
  /** One in so many falls once in the simulated day: far more than people do. */
  private static final int FALLS_ONE_IN = 10;

  private static final double DAY_HOURS = 8;
  private static final int DAY_SECONDS = 300;
  private static final long SEED = 7;

  /** Participants that are the same person lie so far apart in the day: a prime, so all over it. */
  private static final int APART_SECONDS = 37;

  /** Participant, device, sequence and start, where they are empty or zero. */
  private static final int EMPTY_HEAD_BYTES = 4;

  private final List<List<byte[]>> people;
  private BinaryEncoder avro;

  private FleetBodies(List<List<byte[]>> people) {
    this.people = people;
  }

  /** Simulates so many distinct people. */
  public static FleetBodies simulated(int people) {
    Scenario scenario =
        new Scenario(
            people,
            SEED,
            DAY_HOURS,
            DAY_HOURS * 3600 / DAY_SECONDS,
            Instant.EPOCH,
            (people + FALLS_ONE_IN - 1) / FALLS_ONE_IN,
            0,
            0,
            0);
    Map<String, List<byte[]>> seconds = new LinkedHashMap<>();
    try {
      new Simulation(scenario)
          .run(
              batch ->
                  seconds
                      .computeIfAbsent(batch.participantId(), unused -> new ArrayList<>())
                      .add(tail(batch)),
              BatchWriter.NONE,
              passed -> {});
    } catch (IOException e) {
      throw new UncheckedIOException("Writing to memory does not fail", e);
    }
    return new FleetBodies(List.copyOf(seconds.values()));
  }

  /** The message of a participant's second. */
  public byte[] message(int participant, int second, long startMicros) {
    List<byte[]> day = people.get(participant % people.size());
    int joined = participant / people.size() * APART_SECONDS;
    byte[] tail = day.get((second + joined) % day.size());
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(tail.length + 48);
    avro = EncoderFactory.get().directBinaryEncoder(bytes, avro);
    try {
      avro.writeString(Fleet.id(participant));
      avro.writeString("chest-" + participant);
      avro.writeLong(second + 1);
      avro.writeLong(startMicros);
      avro.flush();
    } catch (IOException e) {
      throw new UncheckedIOException("Writing to memory does not fail", e);
    }
    bytes.writeBytes(tail);
    return bytes.toByteArray();
  }

  private static byte[] tail(Batch batch) {
    byte[] whole =
        AvroBatches.encode(
            AvroBatch.ofCounts("", Instant.EPOCH, Batch.RATE_HZ, batch.x(), batch.y(), batch.z()));
    return java.util.Arrays.copyOfRange(whole, EMPTY_HEAD_BYTES, whole.length);
  }
}
