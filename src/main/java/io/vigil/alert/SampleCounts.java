package io.vigil.alert;

import io.vigil.sensor.LastSamples;

/**
 * What was counted of one participant's samples since they were last judged; plain fields, because
 * checkpoints hold it.
 */
public final class SampleCounts {
  public int samples;

  /** Samples that repeat the x of the one before. */
  public int sameX;

  public int sameY;
  public int sameZ;

  /** Samples that repeat a value no person at rest can measure. */
  public int railed;

  /** Samples far from both their neighbours. */
  public int spikes;

  /** Samples refused, because their values are beyond what can be measured. */
  public int refused;

  /** Whether axes changed places or signs. */
  public boolean jumped;

  /** The newest of them; it outlives a judgement. */
  public LastSamples recent = new LastSamples();

  void begin() {
    samples = 0;
    sameX = 0;
    sameY = 0;
    sameZ = 0;
    railed = 0;
    spikes = 0;
    refused = 0;
    jumped = false;
  }
}
