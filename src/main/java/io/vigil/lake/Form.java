package io.vigil.lake;

import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.BINARY;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.BOOLEAN;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.DOUBLE;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.FLOAT;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT32;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT64;

import java.util.function.Consumer;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;

/** What a column may hold: how Parquet calls it, and how it is written and read. */
enum Form {
  /** A {@link String}. */
  TEXT {
    @Override
    Type type(String name) {
      return Types.required(BINARY).as(LogicalTypeAnnotation.stringType()).named(name);
    }

    @Override
    void write(RecordConsumer out, Object value) {
      out.addBinary(Binary.fromString((String) value));
    }
  },

  /** A {@link String}, or null where there is none. */
  TEXT_OR_NONE {
    @Override
    Type type(String name) {
      return Types.optional(BINARY).as(LogicalTypeAnnotation.stringType()).named(name);
    }

    @Override
    void write(RecordConsumer out, Object value) {
      TEXT.write(out, value);
    }
  },

  /** A {@link Long}, microseconds since the epoch (UTC). */
  TIME {
    @Override
    Type type(String name) {
      return Types.required(INT64)
          .as(LogicalTypeAnnotation.timestampType(true, TimeUnit.MICROS))
          .named(name);
    }

    @Override
    void write(RecordConsumer out, Object value) {
      out.addLong((Long) value);
    }
  },

  /** An {@link Integer}. */
  WHOLE {
    @Override
    Type type(String name) {
      return Types.required(INT32).named(name);
    }

    @Override
    void write(RecordConsumer out, Object value) {
      out.addInteger((Integer) value);
    }
  },

  /** A {@link Double}. */
  NUMBER {
    @Override
    Type type(String name) {
      return Types.required(DOUBLE).named(name);
    }

    @Override
    void write(RecordConsumer out, Object value) {
      out.addDouble((Double) value);
    }
  },

  /** A {@link Boolean}. */
  FLAG {
    @Override
    Type type(String name) {
      return Types.required(BOOLEAN).named(name);
    }

    @Override
    void write(RecordConsumer out, Object value) {
      out.addBoolean((Boolean) value);
    }
  },

  /** A {@code float[]}. */
  FLOATS {
    @Override
    Type type(String name) {
      return Types.requiredList().requiredElement(FLOAT).named(name);
    }

    @Override
    void write(RecordConsumer out, Object value) {
      float[] all = (float[]) value;
      Lists.write(out, all.length, i -> out.addFloat(all[i]));
    }

    @Override
    Converter converter(Consumer<Object> taker) {
      return Lists.floats(taker);
    }
  },

  /** A {@code double[]}. */
  NUMBERS {
    @Override
    Type type(String name) {
      return Types.requiredList().requiredElement(DOUBLE).named(name);
    }

    @Override
    void write(RecordConsumer out, Object value) {
      double[] all = (double[]) value;
      Lists.write(out, all.length, i -> out.addDouble(all[i]));
    }

    @Override
    Converter converter(Consumer<Object> taker) {
      return Lists.doubles(taker);
    }
  };

  /** As Parquet declares a column of that name. */
  abstract Type type(String name);

  /** Writes a value of the class that the form names. */
  abstract void write(RecordConsumer out, Object value);

  /** Hands on each value that is read. */
  Converter converter(Consumer<Object> taker) {
    return new Single(taker);
  }
}
