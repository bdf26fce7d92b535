package io.vigil.sensor.packed;

import io.vigil.sensor.SampleBatch;

/**
 * Arrays of numbers, as many of them as are filled. Samples lie near those before them, times as
 * far apart as those before them, counts near nothing.
 */
final class ArrayPacker extends Packer {
  private final Layout.Kind kind;
  private final Numbers numbers;
  private final Counts counts = new Counts();

  ArrayPacker(Layout.Kind kind, Numbers numbers) {
    this.kind = kind;
    this.numbers = numbers;
  }

  @Override
  void write(Object value, BitOutput out) {
    write(value, Integer.MAX_VALUE, out);
  }

  /** The first so many of them, or all there are. */
  void write(Object value, int most, BitOutput out) {
    switch (kind) {
      case BOOLEANS -> write((boolean[]) value, most, out);
      case BYTES -> write((byte[]) value, most, out);
      case SHORTS -> write((short[]) value, most, out);
      case INTS -> write((int[]) value, most, out);
      case LONGS -> write((long[]) value, most, out);
      case FLOATS -> write((float[]) value, most, out);
      case DOUBLES -> write((double[]) value, most, out);
      default -> throw new IllegalStateException(kind + " is no array");
    }
  }

  @Override
  Object read(BitInput in) {
    return switch (kind) {
      case BOOLEANS -> readBooleans(in);
      case BYTES -> readBytes(in);
      case SHORTS -> readShorts(in);
      case INTS -> readInts(in);
      case LONGS -> readLongs(in);
      case FLOATS -> readFloats(in);
      case DOUBLES -> readDoubles(in);
      default -> throw new IllegalStateException(kind + " is no array");
    };
  }

  @Override
  Object copy(Object value) {
    return switch (kind) {
      case BOOLEANS -> ((boolean[]) value).clone();
      case BYTES -> ((byte[]) value).clone();
      case SHORTS -> ((short[]) value).clone();
      case INTS -> ((int[]) value).clone();
      case LONGS -> ((long[]) value).clone();
      case FLOATS -> ((float[]) value).clone();
      case DOUBLES -> ((double[]) value).clone();
      default -> throw new IllegalStateException(kind + " is no array");
    };
  }

  private void write(boolean[] array, int most, BitOutput out) {
    int count = Math.min(most, array.length);
    long[] room = numbers.room(count);
    for (int i = 0; i < count; i++) {
      room[i] = array[i] ? 1 : 0;
    }
    numbers.write(count, Numbers.Expected.LEVEL, out);
  }

  private boolean[] readBooleans(BitInput in) {
    boolean[] array = new boolean[numbers.read(Numbers.Expected.LEVEL, in)];
    long[] room = numbers.room(array.length);
    for (int i = 0; i < array.length; i++) {
      array[i] = room[i] != 0;
    }
    return array;
  }

  private void write(byte[] array, int most, BitOutput out) {
    int count = Math.min(most, array.length);
    long[] room = numbers.room(count);
    for (int i = 0; i < count; i++) {
      room[i] = array[i];
    }
    numbers.write(count, Numbers.Expected.LEVEL, out);
  }

  private byte[] readBytes(BitInput in) {
    byte[] array = new byte[numbers.read(Numbers.Expected.LEVEL, in)];
    long[] room = numbers.room(array.length);
    for (int i = 0; i < array.length; i++) {
      array[i] = (byte) room[i];
    }
    return array;
  }

  private void write(short[] array, int most, BitOutput out) {
    int count = Math.min(most, array.length);
    long[] room = numbers.room(count);
    for (int i = 0; i < count; i++) {
      room[i] = array[i];
    }
    writeSteps(count, out);
  }

  private void writeSteps(int count, BitOutput out) {
    out.number(counts.take(numbers.room(count), count));
    numbers.write(count, Numbers.Expected.LEVEL, out);
  }

  private int readSteps(BitInput in) {
    int perG = in.count();
    int count = numbers.read(Numbers.Expected.LEVEL, in);
    if (perG > 0) {
      Counts.back(numbers.room(count), count, perG);
    }
    return count;
  }

  private short[] readShorts(BitInput in) {
    short[] array = new short[readSteps(in)];
    long[] room = numbers.room(array.length);
    for (int i = 0; i < array.length; i++) {
      array[i] = (short) room[i];
    }
    return array;
  }

  private void write(int[] array, int most, BitOutput out) {
    int count = Math.min(most, array.length);
    long[] room = numbers.room(count);
    for (int i = 0; i < count; i++) {
      room[i] = array[i];
    }
    numbers.write(count, Numbers.Expected.NOTHING, out);
  }

  private int[] readInts(BitInput in) {
    int[] array = new int[numbers.read(Numbers.Expected.NOTHING, in)];
    long[] room = numbers.room(array.length);
    for (int i = 0; i < array.length; i++) {
      array[i] = (int) room[i];
    }
    return array;
  }

  private void write(long[] array, int most, BitOutput out) {
    int count = Math.min(most, array.length);
    System.arraycopy(array, 0, numbers.room(count), 0, count);
    numbers.write(count, Numbers.Expected.STEADY, out);
  }

  private long[] readLongs(BitInput in) {
    long[] array = new long[numbers.read(Numbers.Expected.STEADY, in)];
    System.arraycopy(numbers.room(array.length), 0, array, 0, array.length);
    return array;
  }

  /** Accelerations in g are most often whole steps of samples. */
  private void write(float[] array, int most, BitOutput out) {
    int count = Math.min(most, array.length);
    long[] room = numbers.room(count);
    boolean steps = true;
    for (int i = 0; i < count && steps; i++) {
      room[i] = (long) (array[i] * SampleBatch.PER_G);
      steps =
          Float.floatToRawIntBits(room[i] / (float) SampleBatch.PER_G)
              == Float.floatToRawIntBits(array[i]);
    }
    out.bit(steps);
    if (steps) {
      writeSteps(count, out);
      return;
    }
    out.number(count);
    for (int i = 0; i < count; i++) {
      Reals.write(array[i], out);
    }
  }

  private float[] readFloats(BitInput in) {
    if (in.bit()) {
      float[] array = new float[readSteps(in)];
      long[] room = numbers.room(array.length);
      for (int i = 0; i < array.length; i++) {
        array[i] = room[i] / (float) SampleBatch.PER_G;
      }
      return array;
    }
    float[] array = new float[in.count()];
    for (int i = 0; i < array.length; i++) {
      array[i] = Reals.readFloat(in);
    }
    return array;
  }

  private static void write(double[] array, int most, BitOutput out) {
    int count = Math.min(most, array.length);
    out.number(count);
    for (int i = 0; i < count; i++) {
      Reals.write(array[i], out);
    }
  }

  private static double[] readDoubles(BitInput in) {
    double[] array = new double[in.count()];
    for (int i = 0; i < array.length; i++) {
      array[i] = Reals.read(in);
    }
    return array;
  }
}
