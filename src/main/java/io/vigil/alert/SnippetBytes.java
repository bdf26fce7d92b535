package io.vigil.alert;

import io.vigil.sensor.SampleBatch;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/**
 * A snippet's bytes, deflated: a byte for the form, a byte for how many low bits are dropped, the
 * number of samples, then times and each axis as differences. All numbers are in groups of 7 bits,
 * the lowest first; the sign is in the lowest bit.
 */
final class SnippetBytes {
  private static final int FORM = 1;
  private static final int MOST_SAMPLES = 20_000;
  private static final int MOST_SHIFT = 8;

  static byte[] write(SampleBatch samples, int shift) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
    try (DataOutputStream out = new DataOutputStream(new DeflaterOutputStream(bytes, deflater))) {
      out.writeByte(FORM);
      out.writeByte(shift);
      number(out, samples.size());
      long time = 0;
      long step = 0;
      for (long next : samples.times()) {
        number(out, next - time - step);
        step = time == 0 ? 0 : next - time;
        time = next;
      }
      axis(out, samples.x(), shift);
      axis(out, samples.y(), shift);
      axis(out, samples.z(), shift);
    } catch (IOException e) {
      throw new UncheckedIOException("A snippet could not be written to memory", e);
    } finally {
      deflater.end();
    }
    return bytes.toByteArray();
  }

  static SampleBatch read(String participantId, byte[] bytes) {
    Inflater inflater = new Inflater(true);
    try (DataInputStream in =
        new DataInputStream(new InflaterInputStream(new ByteArrayInputStream(bytes), inflater))) {
      int form = in.readUnsignedByte();
      int shift = in.readUnsignedByte();
      long count = number(in);
      if (form != FORM || shift > MOST_SHIFT || count < 0 || count > MOST_SAMPLES) {
        throw new IllegalArgumentException(
            "A snippet of form %d with %d bits dropped and %d samples, expected form %d, at most %d bits and %d samples"
                .formatted(form, shift, count, FORM, MOST_SHIFT, MOST_SAMPLES));
      }
      long[] times = new long[(int) count];
      long time = 0;
      long step = 0;
      for (int i = 0; i < count; i++) {
        long next = time + step + number(in);
        step = time == 0 ? 0 : next - time;
        times[i] = next;
        time = next;
      }
      return new SampleBatch(
          participantId,
          times,
          axis(in, times.length, shift),
          axis(in, times.length, shift),
          axis(in, times.length, shift),
          "");
    } catch (IOException e) {
      throw new IllegalArgumentException("This is no snippet, or it is cut short", e);
    } finally {
      inflater.end();
    }
  }

  private static void axis(DataOutputStream out, short[] values, int shift) throws IOException {
    int last = 0;
    for (short value : values) {
      int coarse = value >> shift;
      number(out, coarse - last);
      last = coarse;
    }
  }

  private static short[] axis(DataInputStream in, int count, int shift) throws IOException {
    short[] values = new short[count];
    long last = 0;
    for (int i = 0; i < count; i++) {
      last += number(in);
      values[i] = (short) (last << shift);
    }
    return values;
  }

  private static void number(DataOutputStream out, long value) throws IOException {
    long left = value << 1 ^ value >> 63;
    while ((left & ~0x7FL) != 0) {
      out.writeByte((int) (left & 0x7F | 0x80));
      left >>>= 7;
    }
    out.writeByte((int) left);
  }

  private static long number(DataInputStream in) throws IOException {
    long read = 0;
    for (int bits = 0; bits < 64; bits += 7) {
      int next = in.read();
      if (next < 0) {
        throw new EOFException("The snippet ends within a number");
      }
      read |= (long) (next & 0x7F) << bits;
      if (next < 0x80) {
        break;
      }
    }
    return read >>> 1 ^ -(read & 1);
  }

  private SnippetBytes() {}
}
