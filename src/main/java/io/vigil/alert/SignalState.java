package io.vigil.alert;

import io.vigil.feature.WearerState;

/**
 * What is remembered of how good one participant's samples are; plain fields, because checkpoints
 * hold it.
 */
public final class SignalState {
  /** End of the last block, or {@link Alert#NEVER} before the first. */
  public long lastEnd = Alert.NEVER;

  /** Since when the samples have been bad, or {@link Alert#NEVER} while they are not. */
  public long badSince = Alert.NEVER;

  /** Since when they have been good again while an incident goes on, or {@link Alert#NEVER}. */
  public long goodSince = Alert.NEVER;

  /** The same as {@link #badSince} while an incident goes on, or {@link Alert#NEVER}. */
  public long raised = Alert.NEVER;

  /** Looks in a row that were good. */
  public int goodLooks;

  /** Samples that came too late, forgotten little by little while others are good. */
  public int late;

  /** Until when the sensor counts as turned, or {@link Alert#NEVER}. */
  public long turnedUntil = Alert.NEVER;

  /** What walking taught of the sensor's place on the body; only its directions are used. */
  public WearerState wearer = new WearerState();

  /** Blocks of walking in a row, and the acceleration they show, added up. */
  public int walking;

  public double walkingX;
  public double walkingY;
  public double walkingZ;

  public RestState rest = new RestState();
  public SampleCounts counts = new SampleCounts();

  /** Ten seconds that are being looked at. */
  public int blocks;

  public int samples;
  public int stuck;
  public double expected;
  public double gravity;

  void begin() {
    blocks = 0;
    samples = 0;
    stuck = 0;
    expected = 0;
    gravity = 0;
    counts.begin();
  }
}
