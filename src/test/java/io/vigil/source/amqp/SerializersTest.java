package io.vigil.source.amqp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SerializersTest {
  private static final PartitionSplitSerializer SPLITS = new PartitionSplitSerializer();
  private static final HubEnumeratorStateSerializer STATES = new HubEnumeratorStateSerializer();

  static List<PartitionSplit> splits() {
    return List.of(
        new PartitionSplit("0", new Place.Beginning(), PartitionSplit.FOR_EVER),
        new PartitionSplit("31", new Place.From(0), 17),
        new PartitionSplit("1", new Place.Since(Instant.parse("2026-01-05T09:00:00.019001Z")), 9),
        new PartitionSplit("ü", new Place.After(Long.MAX_VALUE, "3:4711:é"), 0));
  }

  @ParameterizedTest
  @MethodSource("splits")
  void keepASplit(PartitionSplit split) throws IOException {
    byte[] bytes = SPLITS.serialize(split);
    assertThat(SPLITS.deserialize(SPLITS.getVersion(), bytes)).isEqualTo(split);
    refuseCutBytes(SPLITS, bytes);
  }

  @Test
  void keepAState() throws IOException {
    HubEnumeratorState state = new HubEnumeratorState(List.of("0", "1", "31"), splits());
    byte[] bytes = STATES.serialize(state);
    assertThat(STATES.deserialize(STATES.getVersion(), bytes)).isEqualTo(state);
    refuseCutBytes(STATES, bytes);
    byte[] none = STATES.serialize(HubEnumeratorState.NEW);
    assertThat(STATES.deserialize(STATES.getVersion(), none)).isEqualTo(HubEnumeratorState.NEW);
  }

  /** Seen red with: a reader that does not look whether bytes are left. */
  private static void refuseCutBytes(SimpleVersionedSerializer<?> serializer, byte[] bytes) {
    int version = serializer.getVersion();
    for (int length = 0; length < bytes.length; length++) {
      byte[] cut = Arrays.copyOf(bytes, length);
      assertThatThrownBy(() -> serializer.deserialize(version, cut))
          .as("%d of %d bytes", length, bytes.length)
          .isInstanceOf(IOException.class);
    }
    byte[] longer = Arrays.copyOf(bytes, bytes.length + 1);
    assertThatThrownBy(() -> serializer.deserialize(version, longer))
        .isInstanceOf(IOException.class);
    assertThatThrownBy(() -> serializer.deserialize(version + 1, bytes))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("version 2, this build expects 1");
  }

  /**
   * Whatever the bytes are, they are read or refused, without asking for much memory. Seen red
   * with: a list made as long as the bytes announce.
   */
  @Test
  void refuseHostileBytes() throws IOException {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    byte[] good = STATES.serialize(new HubEnumeratorState(List.of("0", "1"), splits()));
    for (int i = 0; i < 20_000; i++) {
      byte[] bytes = good.clone();
      for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      try {
        STATES.deserialize(1, bytes);
      } catch (IOException e) {
        // Refused, as it may be.
      } catch (RuntimeException | Error e) {
        throw new AssertionError("seed %d, round %d".formatted(seed, i), e);
      }
    }
    assertThatThrownBy(() -> STATES.deserialize(1, new byte[] {127, -1, -1, -1}))
        .isInstanceOf(IOException.class)
        .hasMessage("The savepoint announces 2147483647 entries of a hub in 0 bytes");
  }
}
