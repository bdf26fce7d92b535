package io.vigil.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.types.PojoTestUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What checkpoints hold, and that Flink's own serialisers hold it. */
class AlertStateTest {

  @ParameterizedTest
  @ValueSource(
      classes = {
        WatchState.class,
        AlertState.class,
        InactivityState.class,
        SilenceState.class,
        SignalState.class,
        UnusualDayState.class,
        RecentState.class,
        BlockState.class,
        Alert.class,
        Incident.class,
        Command.class,
        Answer.class
      })
  void needsNoKryo(Class<?> type) {
    PojoTestUtils.assertSerializedAsPojoWithoutKryo(type);
  }

  @Test
  void comesBackFromACheckpointAndIsSmall() throws IOException {
    Told told = Told.live().fall(Told.BEGINNING);
    told.say(CommandKind.ACK, Told.BEGINNING + Told.MINUTE);
    byte[] open = bytes(told.state);

    assertThat(read(open)).usingRecursiveComparison().isEqualTo(told.state);
    assertThat(open).hasSizeLessThan(1_200);

    told.say(CommandKind.CLEAR, Told.BEGINNING + Told.HOUR);
    assertThat(bytes(told.state)).hasSizeLessThan(90);
    assertThat(bytes(new AlertState())).hasSizeLessThan(32);
  }

  /**
   * Nobody's alert open: what every participant costs. The last seconds of samples are 1.6 kB of
   * it, whatever the rate; four weeks of seven activities come to it, 0.6 kB.
   */
  @Test
  void watchingOverSomebodyIsSmall() throws IOException {
    WatchState state = new WatchState();
    new Watch(false, 0)
        .samples(state, Signals.of(1).walking(60).samples(), Told.RULES, Told.BEGINNING);
    DataOutputSerializer out = new DataOutputSerializer(64);
    TypeInformation.of(WatchState.class)
        .createSerializer(new SerializerConfigImpl())
        .serialize(state, out);

    assertThat(out.length()).isLessThan(2_500);
  }

  private static byte[] bytes(AlertState state) throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(64);
    serializer().serialize(state, out);
    return out.getCopyOfBuffer();
  }

  private static AlertState read(byte[] bytes) throws IOException {
    return serializer().deserialize(new DataInputDeserializer(bytes));
  }

  private static TypeSerializer<AlertState> serializer() {
    return TypeInformation.of(AlertState.class).createSerializer(new SerializerConfigImpl());
  }
}
