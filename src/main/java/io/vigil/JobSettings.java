package io.vigil;

import io.vigil.alert.AlertSettings;
import io.vigil.learn.ChoiceSettings;
import io.vigil.model.Cohorts;
import io.vigil.sensor.DecoderSettings;
import io.vigil.sensor.DeviceProfiles;
import io.vigil.sensor.Pseudonyms;
import io.vigil.window.TimeSettings;
import java.io.Serializable;
import java.time.Duration;

/**
 * What the job needs to know besides its model.
 *
 * @param decoder what messages do not say of themselves
 * @param profiles what each unit means
 * @param pseudonyms the names by which participants are known behind the decoder
 * @param time how participants' samples are put in order
 * @param renewMicros how much an open episode grows before it is written again, in microseconds
 * @param predictions whether the label of every window is written too
 * @param alerts what alerts follow
 * @param cohorts whose model scores whom
 * @param choice which windows are kept for training or asked about
 */
public record JobSettings(
    DecoderSettings decoder,
    DeviceProfiles profiles,
    Pseudonyms pseudonyms,
    TimeSettings time,
    long renewMicros,
    boolean predictions,
    AlertSettings alerts,
    Cohorts cohorts,
    ChoiceSettings choice)
    implements Serializable {

  /** The same choice of windows as everywhere. */
  public JobSettings(
      DecoderSettings decoder,
      DeviceProfiles profiles,
      Pseudonyms pseudonyms,
      TimeSettings time,
      long renewMicros,
      boolean predictions,
      AlertSettings alerts,
      Cohorts cohorts) {
    this(
        decoder,
        profiles,
        pseudonyms,
        time,
        renewMicros,
        predictions,
        alerts,
        cohorts,
        ChoiceSettings.DEFAULT);
  }

  /** The same with open episodes written again after they grew by this. */
  public JobSettings renewedEvery(Duration grown) {
    return new JobSettings(
        decoder,
        profiles,
        pseudonyms,
        time,
        grown.toNanos() / 1000,
        predictions,
        alerts,
        cohorts,
        choice);
  }

  /** The same for messages that say less, or more, of themselves. */
  public JobSettings decoding(DecoderSettings other) {
    return new JobSettings(
        other, profiles, pseudonyms, time, renewMicros, predictions, alerts, cohorts, choice);
  }

  /** The same with participants under these names. */
  public JobSettings under(Pseudonyms names) {
    return new JobSettings(
        decoder, profiles, names, time, renewMicros, predictions, alerts, cohorts, choice);
  }

  /** The same with alerts that follow these. */
  public JobSettings alerting(AlertSettings other) {
    return new JobSettings(
        decoder, profiles, pseudonyms, time, renewMicros, predictions, other, cohorts, choice);
  }

  /** The same for samples that arrive now, and alerts about people who wait for help. */
  public JobSettings live() {
    return new JobSettings(
        decoder,
        profiles,
        pseudonyms,
        time,
        renewMicros,
        predictions,
        alerts.live(),
        cohorts,
        choice);
  }

  /** The same with participants forgotten of whom nothing came for so long; zero for never. */
  public JobSettings forgettingAfter(Duration silent) {
    return new JobSettings(
        decoder,
        profiles,
        pseudonyms,
        time.goneAfter(silent),
        renewMicros,
        predictions,
        alerts,
        cohorts,
        choice);
  }

  /** The same for participants of these cohorts. */
  public JobSettings in(Cohorts other) {
    return new JobSettings(
        decoder, profiles, pseudonyms, time, renewMicros, predictions, alerts, other, choice);
  }

  /** The same with other windows kept for training or asked about. */
  public JobSettings choosing(ChoiceSettings other) {
    return new JobSettings(
        decoder, profiles, pseudonyms, time, renewMicros, predictions, alerts, cohorts, other);
  }
}
