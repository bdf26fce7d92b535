package io.vigil.feed.api;

import io.vigil.activity.Prediction;
import io.vigil.feature.FeatureExtractor;
import io.vigil.feature.WearerState;
import io.vigil.feed.web.Refusal;
import io.vigil.model.Model;
import io.vigil.model.Scorer;
import io.vigil.model.ScoringState;
import io.vigil.sensor.Decoded;
import io.vigil.sensor.Decoder;
import io.vigil.sensor.DecoderSettings;
import io.vigil.sensor.DeviceProfiles;
import io.vigil.sensor.MessageFormat;
import io.vigil.sensor.Normalised;
import io.vigil.sensor.Normaliser;
import io.vigil.sensor.RawMessage;
import io.vigil.sensor.SampleBatch;
import io.vigil.window.ParticipantTime;
import io.vigil.window.TimeSettings;
import io.vigil.window.TimeState;
import io.vigil.window.Window;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/**
 * What the model says of samples that somebody sends: the steps of the job, one after the other,
 * for a wearer who was never seen before.
 */
public final class WindowScorer {
  private final Model model;
  private final DecoderSettings decoder;
  private final DeviceProfiles profiles;
  private final TimeSettings time;
  private final InstantSource clock;

  /**
   * @param model whose features are those of this build
   */
  public WindowScorer(
      Model model,
      DecoderSettings decoder,
      DeviceProfiles profiles,
      TimeSettings time,
      InstantSource clock) {
    this.model = model.expecting(FeatureExtractor.SCHEMA);
    this.decoder = decoder;
    this.profiles = profiles;
    this.time = time;
    this.clock = clock;
  }

  Model model() {
    return model;
  }

  /**
   * The windows of a message.
   *
   * @param message a batch in JSON, as sensors send it
   * @throws Refusal 422 where it cannot be used, with the reason that the job would give
   */
  List<Prediction> score(byte[] message) {
    FeatureExtractor extractor = new FeatureExtractor();
    Scorer scorer = model.scorer();
    WearerState wearer = new WearerState();
    ScoringState scoring = new ScoringState();
    List<Prediction> predictions = new ArrayList<>();
    for (Window window : windows(samples(message))) {
      predictions.add(scorer.score(extractor.extract(window, wearer), scoring));
    }
    return predictions;
  }

  private SampleBatch samples(byte[] message) {
    Decoded decoded =
        new Decoder(decoder, clock)
            .decode(new RawMessage(MessageFormat.JSON, "", "request", 0, message));
    if (!decoded.deadLetters().isEmpty()) {
      throw new Refusal(422, decoded.deadLetters().get(0).reason());
    }
    Normalised normalised = new Normaliser(profiles).normalise(decoded.batches().get(0));
    if (!normalised.deadLetters().isEmpty()) {
      throw new Refusal(422, normalised.deadLetters().get(0).reason());
    }
    return normalised.batches().get(0);
  }

  private List<Window> windows(SampleBatch samples) {
    List<Window> windows = new ArrayList<>();
    ParticipantTime.Output output =
        new ParticipantTime.Output() {
          @Override
          public void window(Window window) {
            windows.add(window);
          }

          @Override
          public void late(SampleBatch late) {
            throw new IllegalStateException("Nothing of one batch is late");
          }
        };
    ParticipantTime order = new ParticipantTime(FeatureExtractor.SCHEMA.windows(), time);
    TimeState state = new TimeState();
    order.add(state, samples, output);
    order.finish(state, samples.participantId(), output);
    return windows;
  }
}
