package io.vigil.lake;

import java.util.function.Consumer;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.PrimitiveConverter;

/** Hands on one value, as the class that its {@link Form} names. */
final class Single extends PrimitiveConverter {
  private final Consumer<Object> taker;

  Single(Consumer<Object> taker) {
    this.taker = taker;
  }

  @Override
  public void addBinary(Binary value) {
    taker.accept(value.toStringUsingUTF8());
  }

  @Override
  public void addBoolean(boolean value) {
    taker.accept(value);
  }

  @Override
  public void addDouble(double value) {
    taker.accept(value);
  }

  @Override
  public void addInt(int value) {
    taker.accept(value);
  }

  @Override
  public void addLong(long value) {
    taker.accept(value);
  }
}
