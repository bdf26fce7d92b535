package io.vigil.sensor;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;

/**
 * The binary form of {@code sensor/sample-batch.avsc}, field by field. A generic reader would box
 * every number and believe a length before it is checked.
 */
public final class AvroBatches {
  private static final int LONGEST_TEXT = 1024;

  /**
   * The bytes of a batch, if there is a step of which all its numbers are whole multiples: the
   * decoder reads from them the very batch.
   */
  public static Optional<byte[]> encode(DeviceBatch batch) {
    return AvroSteps.of(batch).map(AvroBatches::encode);
  }

  /** The bytes of one message: 2 an axis for samples within ±8191 steps, besides about 40. */
  public static byte[] encode(AvroBatch batch) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(64 + 6 * batch.x().length);
    BinaryEncoder avro = EncoderFactory.get().directBinaryEncoder(bytes, null);
    try {
      avro.writeString(batch.participantId());
      avro.writeString(batch.deviceId());
      avro.writeLong(batch.sequence());
      avro.writeLong(Timestamps.micros(batch.start()));
      avro.writeDouble(batch.rateHz());
      avro.writeString(batch.unit().toString());
      avro.writeDouble(batch.step());
      write(batch.x(), avro);
      write(batch.y(), avro);
      write(batch.z(), avro);
      avro.writeArrayStart();
      avro.setItemCount(batch.offsetsMicros().length);
      for (long offset : batch.offsetsMicros()) {
        avro.startItem();
        avro.writeLong(offset);
      }
      avro.writeArrayEnd();
      avro.writeString(batch.activity());
      avro.flush();
    } catch (IOException e) {
      throw new UncheckedIOException("Writing to memory does not fail", e);
    }
    return bytes.toByteArray();
  }

  private static void write(int[] axis, BinaryEncoder avro) throws IOException {
    avro.writeArrayStart();
    avro.setItemCount(axis.length);
    for (int value : axis) {
      avro.startItem();
      avro.writeInt(value);
    }
    avro.writeArrayEnd();
  }

  /** Reads a message into the draft. */
  static void read(byte[] payload, MessageDraft draft) throws Refusal {
    BinaryDecoder avro = DecoderFactory.get().binaryDecoder(payload, null);
    draft.isBatch = true;
    draft.hasTime = true;
    try {
      draft.participantId = text(avro);
      text(avro);
      avro.readLong();
      draft.start = avro.readLong();
      draft.rateHz = avro.readDouble();
      draft.unit = text(avro);
      double step = avro.readDouble();
      if (!(step > 0 && step < Double.POSITIVE_INFINITY)) {
        draft.note("step is " + step + ", expected above 0 and finite");
      }
      readInts(avro, step, draft.x);
      readInts(avro, step, draft.y);
      readInts(avro, step, draft.z);
      for (long block = avro.readArrayStart(); block > 0; block = avro.arrayNext()) {
        for (long i = 0; i < block; i++) {
          draft.offsetsMicros.add(avro.readLong());
        }
      }
      draft.activity = text(avro);
      if (!avro.isEnd()) {
        throw new Refusal("The message goes on after its Avro batch, expected one batch alone");
      }
    } catch (IOException | RuntimeException e) {
      // Both are thrown by Avro for bytes that are none of its own.
      throw new Refusal(
          "The message of %d bytes is not parsable as an Avro batch (sensor/sample-batch.avsc): %s"
              .formatted(
                  payload.length,
                  Quote.oneLine(e.getMessage() == null ? "it ends too early" : e.getMessage())));
    }
  }

  private static void readInts(BinaryDecoder avro, double step, Values into) throws IOException {
    for (long block = avro.readArrayStart(); block > 0; block = avro.arrayNext()) {
      for (long i = 0; i < block; i++) {
        into.add(avro.readInt() * step);
      }
    }
  }

  private static String text(BinaryDecoder avro) throws IOException {
    long length = avro.readLong();
    if (length < 0 || length > LONGEST_TEXT) {
      throw new IOException("a text of " + length + " bytes, expected at most " + LONGEST_TEXT);
    }
    byte[] bytes = new byte[(int) length];
    avro.readFixed(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private AvroBatches() {}
}
