package io.vigil.alert;

import io.vigil.activity.Prediction;
import io.vigil.sensor.Erasable;
import io.vigil.sensor.SampleBatch;

/**
 * Something that is about one participant and may change their alerts: exactly one of these, the
 * others are null.
 *
 * @param samples in order of time
 * @param window what the model says of it
 * @param command somebody's answer to an alert
 * @param incident what others saw: rules or a model that were refused
 */
public record WatchInput(SampleBatch samples, Prediction window, Command command, Incident incident)
    implements Erasable {

  /** Samples in order of time. */
  public static WatchInput samples(SampleBatch samples) {
    return new WatchInput(samples, null, null, null);
  }

  /** What the model says of a window. */
  public static WatchInput window(Prediction window) {
    return new WatchInput(null, window, null, null);
  }

  /** Somebody's answer to an alert. */
  public static WatchInput command(Command command) {
    return new WatchInput(null, null, command, null);
  }

  /** What others saw. */
  public static WatchInput incident(Incident incident) {
    return new WatchInput(null, null, null, incident);
  }

  @Override
  public String erasure() {
    return samples != null ? samples.erasure() : window != null ? window.erasure() : "";
  }

  /** Whom it is about; the empty string where it is no participant. */
  public String participantId() {
    return samples != null
        ? samples.participantId()
        : window != null
            ? window.participantId()
            : command != null ? command.participantId() : incident.key().participantId();
  }
}
