package io.vigil.sensor;

import static io.vigil.sensor.Messages.DECODER;
import static io.vigil.sensor.Messages.avro;
import static io.vigil.sensor.Messages.counts;
import static io.vigil.sensor.Messages.reason;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.junit.jupiter.api.Test;

class AvroBatchesTest {

  @Test
  void readsWhatItWrites() {
    AvroBatch sent = counts().withActivity("Walking").withUnit(Unit.G, 0.001);
    DeviceBatch batch = DECODER.decode(avro(AvroBatches.encode(sent))).batches().get(0);
    assertThat(batch.participantId()).isEqualTo("p1");
    assertThat(batch.activity()).isEqualTo("Walking");
    assertThat(batch.unit()).isEqualTo(Unit.G);
    assertThat(batch.y()).containsExactly(2.56f, 2.561f, 2.562f);
    assertThat(batch.times()[2] - batch.times()[0]).isEqualTo(40_000);
  }

  @Test
  void readsOffsets() {
    byte[] bytes = AvroBatches.encode(counts().withOffsetsMicros(new long[] {0, 48_500, 103_000}));
    long[] times = DECODER.decode(avro(bytes)).batches().get(0).times();
    assertThat(times[1] - times[0]).isEqualTo(48_500);
  }

  @Test
  void writesWhatTheSchemaSays() throws IOException {
    Schema schema = schema();
    byte[] ours = AvroBatches.encode(counts().withOffsetsMicros(new long[] {0, 5, 9}));
    GenericRecord read =
        new GenericDatumReader<GenericRecord>(schema)
            .read(null, DecoderFactory.get().binaryDecoder(ours, null));
    assertThat(read.get("unit")).hasToString("raw");
    assertThat(read.get("x")).isEqualTo(Arrays.asList(2048, 2049, 2050));
    ByteArrayOutputStream theirs = new ByteArrayOutputStream();
    BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(theirs, null);
    new GenericDatumWriter<GenericRecord>(schema).write(read, encoder);
    encoder.flush();
    assertThat(theirs.toByteArray()).isEqualTo(ours);
  }

  @Test
  void needsAboutSixBytesASample() {
    Random random = new Random(52);
    int[] axis = random.ints(52, 0, 4096).toArray();
    byte[] bytes =
        AvroBatches.encode(AvroBatch.ofCounts("p1", Messages.NINE, 52, axis, axis, axis));
    assertThat(bytes.length / 52.0).isBetween(5.5, 7.0);
  }

  @Test
  void refusesWhatIsCutLongerOrNone() {
    byte[] whole = AvroBatches.encode(counts());
    for (int length = 0; length < whole.length; length++) {
      assertThat(reason(DECODER.decode(avro(Arrays.copyOf(whole, length)))))
          .contains("not parsable as an Avro batch");
    }
    assertThat(reason(DECODER.decode(avro(Arrays.copyOf(whole, whole.length + 1)))))
        .contains("goes on after its Avro batch");
  }

  @Test
  void refusesAStepOfNothing() {
    assertThat(reason(DECODER.decode(avro(AvroBatches.encode(counts().withUnit(Unit.G, 0))))))
        .contains("step is 0.0");
  }

  private static Schema schema() throws IOException {
    return new Schema.Parser()
        .parse(AvroBatchesTest.class.getResourceAsStream("/sensor/sample-batch.avsc"));
  }
}
