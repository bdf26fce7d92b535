package io.vigil.publish;

import java.util.function.BooleanSupplier;

/** Time that goes by only where somebody waits, and somebody who may call for a stop. */
public final class VirtualTime implements Waiting {
  private final BooleanSupplier stop;
  private long nanos = 1_000_000_007;

  public VirtualTime() {
    this(() -> false);
  }

  /** Asked whenever somebody waits or looks. */
  public VirtualTime(BooleanSupplier stop) {
    this.stop = stop;
  }

  @Override
  public long nanoTime() {
    return nanos;
  }

  @Override
  public boolean pause(long wait) {
    nanos += wait;
    return stop.getAsBoolean();
  }

  /** Lets time go by. */
  public void pass(long wait) {
    nanos += wait;
  }
}
