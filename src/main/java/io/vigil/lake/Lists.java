package io.vigil.lake;

import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.apache.parquet.io.api.RecordConsumer;

/** Lists of numbers, in the three levels that every reader of Parquet knows, and as arrays here. */
final class Lists {
  private static final String REPEATED = "list";
  private static final String ELEMENT = "element";
  private static final int AT_FIRST = 256;

  /** Writes so many elements. */
  static void write(RecordConsumer out, int length, IntConsumer element) {
    out.startGroup();
    if (length > 0) {
      out.startField(REPEATED, 0);
      for (int i = 0; i < length; i++) {
        out.startGroup();
        out.startField(ELEMENT, 0);
        element.accept(i);
        out.endField(ELEMENT, 0);
        out.endGroup();
      }
      out.endField(REPEATED, 0);
    }
    out.endGroup();
  }

  /** Hands on each list as a {@code float[]}. */
  static Converter floats(Consumer<Object> taker) {
    return new Whole(new Floats(), taker);
  }

  /** Hands on each list as a {@code double[]}. */
  static Converter doubles(Consumer<Object> taker) {
    return new Whole(new Doubles(), taker);
  }

  /** Gathers the elements of a list. */
  private abstract static class Elements extends PrimitiveConverter {
    int length;

    abstract Object array();
  }

  private static final class Floats extends Elements {
    private float[] all = new float[AT_FIRST];

    @Override
    public void addFloat(float value) {
      all = length < all.length ? all : Arrays.copyOf(all, 2 * length);
      all[length++] = value;
    }

    @Override
    Object array() {
      return Arrays.copyOf(all, length);
    }
  }

  private static final class Doubles extends Elements {
    private double[] all = new double[AT_FIRST];

    @Override
    public void addDouble(double value) {
      all = length < all.length ? all : Arrays.copyOf(all, 2 * length);
      all[length++] = value;
    }

    @Override
    Object array() {
      return Arrays.copyOf(all, length);
    }
  }

  /** The list; its one child is the level between it and its elements. */
  private static final class Whole extends GroupConverter {
    private final Elements elements;
    private final Consumer<Object> taker;
    private final GroupConverter between;

    Whole(Elements elements, Consumer<Object> taker) {
      this.elements = elements;
      this.taker = taker;
      this.between = new Between(elements);
    }

    @Override
    public Converter getConverter(int field) {
      return between;
    }

    @Override
    public void start() {
      elements.length = 0;
    }

    @Override
    public void end() {
      taker.accept(elements.array());
    }
  }

  private static final class Between extends GroupConverter {
    private final Elements elements;

    Between(Elements elements) {
      this.elements = elements;
    }

    @Override
    public Converter getConverter(int field) {
      return elements;
    }

    @Override
    public void start() {}

    @Override
    public void end() {}
  }

  private Lists() {}
}
