package io.vigil.activity;

import io.vigil.window.ParticipantFunction;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.metrics.Counter;
import org.apache.flink.util.Collector;

/** Keeps each participant's open episode in keyed state, and closes it when the input has ended. */
public final class EpisodeFunction extends ParticipantFunction<EpisodeState, Prediction, Episode> {
  private static final long serialVersionUID = 1L;

  private final long renewMicros;
  private transient Episodes episodes;
  private transient Counter closed;

  /**
   * @param renewMicros how much an open episode grows before it is written again, in microseconds
   */
  public EpisodeFunction(long renewMicros) {
    super("episode", EpisodeState.class, EpisodeState::new);
    this.renewMicros = renewMicros;
  }

  @Override
  public void open(OpenContext context) throws Exception {
    super.open(context);
    episodes = new Episodes(renewMicros);
    closed = getRuntimeContext().getMetricGroup().counter("episodes");
  }

  @Override
  protected void process(
      Prediction window, EpisodeState state, Context context, Collector<Episode> out) {
    episodes.add(state, window, episode -> emit(episode, out));
  }

  @Override
  protected void finish(
      String participantId, EpisodeState state, Context context, Collector<Episode> out) {
    episodes.close(state, participantId, episode -> emit(episode, out));
  }

  private void emit(Episode episode, Collector<Episode> out) {
    if (!episode.open()) {
      closed.inc();
    }
    out.collect(episode);
  }
}
