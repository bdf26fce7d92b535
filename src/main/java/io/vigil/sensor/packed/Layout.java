package io.vigil.sensor.packed;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What values of a type are made of, in the order in which it is written: kept in checkpoints, so
 * that a later build knows how to read them.
 *
 * @param kind of value
 * @param type the class of an object, an element or a constant; otherwise the empty string
 * @param members of an object its fields, of a constant all there are, of a list its one element
 */
record Layout(Kind kind, String type, List<Member> members) {

  /** A part by its name. */
  record Member(String name, Layout layout) {}

  /** Kinds of values. Never renamed: checkpoints hold their names. */
  enum Kind {
    BOOLEAN,
    BYTE,
    SHORT,
    INT,
    LONG,
    FLOAT,
    DOUBLE,
    STRING,
    CONSTANT,
    BOOLEANS,
    BYTES,
    SHORTS,
    INTS,
    LONGS,
    FLOATS,
    DOUBLES,
    ARRAY,
    LIST,
    OBJECT
  }

  private static final Map<Class<?>, Kind> PLAIN =
      Map.ofEntries(
          Map.entry(boolean.class, Kind.BOOLEAN),
          Map.entry(byte.class, Kind.BYTE),
          Map.entry(short.class, Kind.SHORT),
          Map.entry(int.class, Kind.INT),
          Map.entry(long.class, Kind.LONG),
          Map.entry(float.class, Kind.FLOAT),
          Map.entry(double.class, Kind.DOUBLE),
          Map.entry(String.class, Kind.STRING),
          Map.entry(boolean[].class, Kind.BOOLEANS),
          Map.entry(byte[].class, Kind.BYTES),
          Map.entry(short[].class, Kind.SHORTS),
          Map.entry(int[].class, Kind.INTS),
          Map.entry(long[].class, Kind.LONGS),
          Map.entry(float[].class, Kind.FLOATS),
          Map.entry(double[].class, Kind.DOUBLES));

  /**
   * The layout of a type as it is in this build.
   *
   * @throws IllegalArgumentException if it has parts of which there is no kind
   */
  static Layout of(Type type) {
    if (type instanceof ParameterizedType generic && generic.getRawType() == List.class) {
      Layout element = of(generic.getActualTypeArguments()[0]);
      return new Layout(Kind.LIST, "", List.of(new Member("element", element)));
    }
    if (!(type instanceof Class<?> plain)) {
      throw new IllegalArgumentException(
          "%s cannot be packed; expected a class or a list".formatted(type));
    }
    if (PLAIN.containsKey(plain)) {
      return new Layout(PLAIN.get(plain), "", List.of());
    }
    if (plain.isArray()) {
      Class<?> element = plain.getComponentType();
      return new Layout(Kind.ARRAY, element.getName(), List.of(new Member("element", of(element))));
    }
    List<Member> members = new ArrayList<>();
    if (plain.isEnum()) {
      for (Object constant : plain.getEnumConstants()) {
        String name = ((Enum<?>) constant).name();
        members.add(new Member(name, new Layout(Kind.INT, "", List.of())));
      }
      return new Layout(Kind.CONSTANT, plain.getName(), members);
    }
    if (plain.isRecord()) {
      for (RecordComponent part : plain.getRecordComponents()) {
        members.add(new Member(part.getName(), of(part.getGenericType())));
      }
    } else {
      for (Field field : plain.getFields()) {
        if (!Modifier.isStatic(field.getModifiers())) {
          members.add(new Member(field.getName(), of(field.getGenericType())));
        }
      }
    }
    if (members.isEmpty()) {
      throw new IllegalArgumentException(
          "%s cannot be packed; expected a record or public fields".formatted(plain));
    }
    return new Layout(Kind.OBJECT, plain.getName(), List.copyOf(members));
  }

  void write(DataOutput out) throws IOException {
    out.writeUTF(kind.name());
    out.writeUTF(type);
    out.writeInt(members.size());
    for (Member member : members) {
      out.writeUTF(member.name());
      member.layout().write(out);
    }
  }

  static Layout read(DataInput in) throws IOException {
    Kind kind = Kind.valueOf(in.readUTF());
    String type = in.readUTF();
    int count = in.readInt();
    List<Member> members = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      members.add(new Member(in.readUTF(), read(in)));
    }
    return new Layout(kind, type, List.copyOf(members));
  }
}
