package io.vigil.publish;

import io.vigil.sensor.DeviceBatch;

/**
 * Samples that go into one message.
 *
 * @param batch the samples
 * @param due when a sensor would have sent them, in microseconds since the epoch: at their last
 *     sample, or as late as what stands before them in their file
 */
record Outgoing(DeviceBatch batch, long due) {

  /** How many rows of a file these are. */
  int rows() {
    return batch.whole() ? 1 : batch.size();
  }
}
