package io.vigil.source.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.sensor.Decoded;
import io.vigil.sensor.Decoder;
import io.vigil.sensor.DecoderSettings;
import io.vigil.sensor.MessageFormat;
import io.vigil.sensor.RawMessage;
import io.vigil.source.HubFormat;
import java.time.InstantSource;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class HubRecordsTest {
  private static final Decoder DECODER =
      new Decoder(DecoderSettings.DEFAULT, InstantSource.system());

  /** Seen red with: a first byte looked at without asking whether there is one. */
  @Property
  void anyBytesBecomeAMessageThatTheDecoderUnderstandsOrRefuses(
      @ForAll byte[] key, @ForAll byte[] payload, @ForAll HubFormat format) {
    RawMessage message = new HubRecords(format).message(record(key, payload));
    assertThat(message.payload()).isSameAs(payload);
    assertThat(message.format()).isEqualTo(format.of(payload));
    Decoded decoded = DECODER.decode(message);
    assertThat(decoded.batches().size() + decoded.deadLetters().size()).isEqualTo(1);
  }

  @Test
  void aTombstoneIsRefusedWithItsReasonAndPlace() {
    RawMessage message = new HubRecords(HubFormat.AUTO).message(record(null, null));
    assertThat(message.payload()).isEmpty();
    assertThat(DECODER.decode(message).deadLetters())
        .singleElement()
        .satisfies(
            letter -> {
              assertThat(letter.source()).isEqualTo("sensors/3");
              assertThat(letter.position()).isEqualTo(77);
              assertThat(letter.reason()).isNotEmpty();
            });
  }

  @Test
  void anOpeningBraceMeansJson() {
    HubRecords records = new HubRecords(HubFormat.AUTO);
    assertThat(records.message(record(null, new byte[] {'{', 0})).format())
        .isEqualTo(MessageFormat.JSON);
    assertThat(records.message(record(null, new byte[] {4})).format())
        .isEqualTo(MessageFormat.AVRO);
  }

  private static ConsumerRecord<byte[], byte[]> record(byte[] key, byte[] payload) {
    return new ConsumerRecord<>("sensors", 3, 77, key, payload);
  }
}
