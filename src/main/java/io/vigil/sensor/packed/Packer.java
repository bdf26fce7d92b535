package io.vigil.sensor.packed;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;

/** Writes and reads the values of one layout that may be null. Not for several threads at once. */
abstract class Packer {

  abstract void write(Object value, BitOutput out);

  abstract Object read(BitInput in);

  /** Another value with nothing in common that can be changed. */
  abstract Object copy(Object value);

  /**
   * For values of a layout.
   *
   * @throws IllegalArgumentException if this build cannot hold them
   */
  static Packer of(Layout layout, ClassLoader classes, Numbers numbers) {
    return switch (layout.kind()) {
      case STRING -> new OfText();
      case CONSTANT -> new OfConstant(layout, classes);
      case ARRAY -> new OfArray(layout, classes, numbers);
      case LIST -> new OfList(layout, classes, numbers);
      case OBJECT -> new ObjectPacker(layout, classes, numbers);
      case BOOLEANS, BYTES, SHORTS, INTS, LONGS, FLOATS, DOUBLES ->
          new ArrayPacker(layout.kind(), numbers);
      default ->
          throw new IllegalArgumentException(
              "A %s stands by itself; expected it in an object".formatted(layout.kind()));
    };
  }

  static Class<?> load(String name, ClassLoader classes) {
    try {
      return Class.forName(name, false, classes);
    } catch (ClassNotFoundException e) {
      throw new IllegalArgumentException(
          "Packed state holds a %s, which this build does not have".formatted(name), e);
    }
  }

  private static final class OfText extends Packer {
    @Override
    void write(Object value, BitOutput out) {
      Texts.write((String) value, out);
    }

    @Override
    Object read(BitInput in) {
      return Texts.read(in);
    }

    @Override
    Object copy(Object value) {
      return value;
    }
  }

  private static final class OfConstant extends Packer {
    private final Object[] constants;

    OfConstant(Layout layout, ClassLoader classes) {
      Object[] all = load(layout.type(), classes).getEnumConstants();
      constants = new Object[layout.members().size()];
      for (int i = 0; i < constants.length; i++) {
        for (Object one : all) {
          if (((Enum<?>) one).name().equals(layout.members().get(i).name())) {
            constants[i] = one;
          }
        }
        if (constants[i] == null) {
          throw new IllegalArgumentException(
              "Packed state may hold %s of %s, which this build does not have"
                  .formatted(layout.members().get(i).name(), layout.type()));
        }
      }
    }

    /** Where it is written the layout is this build's, so that its number is its place. */
    @Override
    void write(Object value, BitOutput out) {
      out.number(((Enum<?>) value).ordinal());
    }

    @Override
    Object read(BitInput in) {
      return constants[in.count()];
    }

    @Override
    Object copy(Object value) {
      return value;
    }
  }

  private static final class OfList extends Packer {
    private final Packer element;

    OfList(Layout layout, ClassLoader classes, Numbers numbers) {
      element = of(layout.members().get(0).layout(), classes, numbers);
    }

    @Override
    void write(Object value, BitOutput out) {
      List<?> list = (List<?>) value;
      out.number(list.size());
      list.forEach(one -> element.write(one, out));
    }

    @Override
    Object read(BitInput in) {
      int count = in.count();
      List<Object> list = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        list.add(element.read(in));
      }
      return list;
    }

    @Override
    Object copy(Object value) {
      List<Object> list = new ArrayList<>();
      ((List<?>) value).forEach(one -> list.add(element.copy(one)));
      return list;
    }
  }

  private static final class OfArray extends Packer {
    private final Class<?> type;
    private final Packer element;

    OfArray(Layout layout, ClassLoader classes, Numbers numbers) {
      type = load(layout.type(), classes);
      element = of(layout.members().get(0).layout(), classes, numbers);
    }

    @Override
    void write(Object value, BitOutput out) {
      Object[] array = (Object[]) value;
      out.number(array.length);
      for (Object one : array) {
        element.write(one, out);
      }
    }

    @Override
    Object read(BitInput in) {
      int count = in.count();
      List<Object> read = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        read.add(element.read(in));
      }
      return read.toArray((Object[]) Array.newInstance(type, count));
    }

    @Override
    Object copy(Object value) {
      Object[] copy = ((Object[]) value).clone();
      for (int i = 0; i < copy.length; i++) {
        copy[i] = element.copy(copy[i]);
      }
      return copy;
    }
  }
}
