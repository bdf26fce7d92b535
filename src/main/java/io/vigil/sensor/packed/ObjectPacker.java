package io.vigil.sensor.packed;

import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Objects with public fields, and records, part by part. A part that this build's class no longer
 * has is read and dropped; one that was not there when it was written is as in a new object.
 */
final class ObjectPacker extends Packer {
  private final Class<?> type;
  private final Layout.Kind[] kinds;

  /** The class's own; null where it has none of the name. */
  private final Field[] fields;

  /** Of what is no single number. */
  private final Packer[] packers;

  private final Constructor<?> constructor;

  /** Of a record: which argument of its constructor a part is, or -1. */
  private final int[] arguments;

  private final Object[] absent;

  ObjectPacker(Layout layout, ClassLoader classes, Numbers numbers) {
    type = load(layout.type(), classes);
    List<Layout.Member> members = layout.members();
    kinds = new Layout.Kind[members.size()];
    fields = new Field[members.size()];
    packers = new Packer[members.size()];
    arguments = new int[members.size()];
    Map<String, Layout> own = new HashMap<>();
    Layout.of(type).members().forEach(member -> own.put(member.name(), member.layout()));
    for (int i = 0; i < kinds.length; i++) {
      String name = members.get(i).name();
      Layout written = members.get(i).layout();
      kinds[i] = written.kind();
      if (isOne(kinds[i])) {
        packers[i] = of(written, classes, numbers);
      }
      if (own.containsKey(name)) {
        Layout now = own.get(name);
        if (now.kind() != written.kind() || !now.type().equals(written.type())) {
          throw new IllegalArgumentException(
              "%s of %s was written as %s %s and is %s %s in this build"
                  .formatted(name, type, written.kind(), written.type(), now.kind(), now.type()));
        }
        fields[i] = field(name);
      }
    }
    constructor = constructor();
    absent = new Object[constructor.getParameterCount()];
    Class<?>[] parameters = constructor.getParameterTypes();
    for (int i = 0; i < absent.length; i++) {
      absent[i] = nothing(parameters[i]);
    }
    List<String> order =
        type.isRecord()
            ? Arrays.stream(type.getRecordComponents()).map(RecordComponent::getName).toList()
            : List.of();
    for (int i = 0; i < arguments.length; i++) {
      arguments[i] = order.indexOf(members.get(i).name());
    }
  }

  private static boolean isOne(Layout.Kind kind) {
    return switch (kind) {
      case BOOLEAN, BYTE, SHORT, INT, LONG, FLOAT, DOUBLE -> false;
      default -> true;
    };
  }

  private Field field(String name) {
    try {
      Field field = type.getDeclaredField(name);
      field.setAccessible(true);
      return field;
    } catch (NoSuchFieldException e) {
      throw new IllegalArgumentException("%s of %s is no field".formatted(name, type), e);
    }
  }

  private Constructor<?> constructor() {
    Class<?>[] parameters =
        type.isRecord()
            ? Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new)
            : new Class<?>[0];
    try {
      Constructor<?> found = type.getDeclaredConstructor(parameters);
      found.setAccessible(true);
      return found;
    } catch (NoSuchMethodException e) {
      throw new IllegalArgumentException(
          "%s has no constructor to read it with".formatted(type), e);
    }
  }

  private static Object nothing(Class<?> type) {
    if (type == String.class) {
      return "";
    }
    return type.isPrimitive() ? Array.get(Array.newInstance(type, 1), 0) : null;
  }

  @Override
  void write(Object value, BitOutput out) {
    int filled = value instanceof PartlyFilled part ? part.filled() : Integer.MAX_VALUE;
    try {
      for (int i = 0; i < kinds.length; i++) {
        Field field = fields[i];
        switch (kinds[i]) {
          case BOOLEAN -> out.bit(field.getBoolean(value));
          case BYTE -> out.signed(field.getByte(value));
          case SHORT -> out.signed(field.getShort(value));
          case INT -> out.signed(field.getInt(value));
          case LONG -> out.moment(field.getLong(value));
          case FLOAT -> Reals.write(field.getFloat(value), out);
          case DOUBLE -> Reals.write(field.getDouble(value), out);
          default -> write(field.get(value), packers[i], filled, out);
        }
      }
    } catch (IllegalAccessException e) {
      throw new IllegalStateException("Fields of %s cannot be read".formatted(type), e);
    }
  }

  private static void write(Object part, Packer packer, int filled, BitOutput out) {
    out.bit(part == null);
    if (part == null) {
      return;
    }
    if (packer instanceof ArrayPacker array) {
      array.write(part, filled, out);
    } else {
      packer.write(part, out);
    }
  }

  @Override
  Object read(BitInput in) {
    try {
      if (type.isRecord()) {
        Object[] all = absent.clone();
        for (int i = 0; i < kinds.length; i++) {
          Object part = part(i, in);
          if (arguments[i] >= 0) {
            all[arguments[i]] = part;
          }
        }
        return constructor.newInstance(all);
      }
      Object object = constructor.newInstance();
      for (int i = 0; i < kinds.length; i++) {
        set(object, i, in);
      }
      return object;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("A %s cannot be made anew".formatted(type), e);
    }
  }

  private void set(Object object, int i, BitInput in) throws IllegalAccessException {
    Field field = fields[i];
    if (field == null) {
      part(i, in);
      return;
    }
    switch (kinds[i]) {
      case BOOLEAN -> field.setBoolean(object, in.bit());
      case BYTE -> field.setByte(object, (byte) in.signed());
      case SHORT -> field.setShort(object, (short) in.signed());
      case INT -> field.setInt(object, (int) in.signed());
      case LONG -> field.setLong(object, in.moment());
      case FLOAT -> field.setFloat(object, Reals.readFloat(in));
      case DOUBLE -> field.setDouble(object, Reals.read(in));
      default -> field.set(object, part(i, in));
    }
  }

  private Object part(int i, BitInput in) {
    return switch (kinds[i]) {
      case BOOLEAN -> in.bit();
      case BYTE -> (byte) in.signed();
      case SHORT -> (short) in.signed();
      case INT -> (int) in.signed();
      case LONG -> in.moment();
      case FLOAT -> Reals.readFloat(in);
      case DOUBLE -> Reals.read(in);
      default -> in.bit() ? null : packers[i].read(in);
    };
  }

  /** A record is a value: nobody changes it, nor what it holds. */
  @Override
  Object copy(Object value) {
    if (type.isRecord()) {
      return value;
    }
    try {
      Object copy = constructor.newInstance();
      for (int i = 0; i < kinds.length; i++) {
        if (fields[i] != null) {
          copy(fields[i], i, value, copy);
        }
      }
      return copy;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("A %s cannot be copied".formatted(type), e);
    }
  }

  private void copy(Field field, int i, Object from, Object to) throws IllegalAccessException {
    switch (kinds[i]) {
      case BOOLEAN -> field.setBoolean(to, field.getBoolean(from));
      case BYTE -> field.setByte(to, field.getByte(from));
      case SHORT -> field.setShort(to, field.getShort(from));
      case INT -> field.setInt(to, field.getInt(from));
      case LONG -> field.setLong(to, field.getLong(from));
      case FLOAT -> field.setFloat(to, field.getFloat(from));
      case DOUBLE -> field.setDouble(to, field.getDouble(from));
      default -> {
        Object part = field.get(from);
        field.set(to, part == null ? null : packers[i].copy(part));
      }
    }
  }
}
