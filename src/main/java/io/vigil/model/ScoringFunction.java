package io.vigil.model;

import io.vigil.feature.FeatureExtractor;
import io.vigil.feature.Measured;
import io.vigil.window.ParticipantFunction;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.util.Collector;

/**
 * Scores each participant's windows, keeping what the smoothing remembers in keyed state. The model
 * travels with the job as the bytes of its artifact and is checked wherever it is opened.
 */
public final class ScoringFunction extends ParticipantFunction<ScoringState, Measured, Scored> {
  private static final long serialVersionUID = 1L;

  private final byte[] artifact;
  private transient Scorer scorer;
  private transient String[] classes;

  public ScoringFunction(byte[] artifact) {
    super("scoring", ScoringState.class, ScoringState::new);
    this.artifact = artifact.clone();
  }

  @Override
  public void open(OpenContext context) throws Exception {
    super.open(context);
    Model model = Model.read(artifact).expecting(FeatureExtractor.SCHEMA);
    scorer = model.scorer();
    classes = model.manifest().classes().toArray(String[]::new);
  }

  @Override
  protected void process(
      Measured window, ScoringState state, Context context, Collector<Scored> out) {
    out.collect(new Scored(window, scorer.score(window.features(), state), classes));
  }
}
