package io.vigil.activity;

import io.vigil.erasure.Cleared;
import io.vigil.metric.Counters;
import io.vigil.metric.JobMetric;
import io.vigil.metric.Metrics;
import io.vigil.window.ParticipantFunction;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Histogram;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.util.Collector;

/** Keeps each participant's open episode in keyed state, and closes it when no more will come. */
public final class EpisodeFunction extends ParticipantFunction<EpisodeState, Prediction, Episode> {
  private static final long serialVersionUID = 1L;

  private final long renewMicros;
  private transient Episodes episodes;
  private transient Counter closed;
  private transient Counters scored;
  private transient Histogram delay;

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
    MetricGroup metrics = getRuntimeContext().getMetricGroup();
    closed = Metrics.counter(metrics, JobMetric.EPISODES);
    scored = new Counters(metrics, JobMetric.WINDOWS_SCORED);
    // From the start, so that its share of all is known where there is none.
    scored.of(Activities.UNKNOWN);
    delay = Metrics.histogram(metrics, JobMetric.WINDOW_DELAY);
  }

  @Override
  protected void process(
      Prediction window, EpisodeState state, Context context, Collector<Episode> out) {
    scored.of(window.activity()).inc();
    delay.update(context.timerService().currentProcessingTime() - window.end() / 1000);
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

  @Override
  protected void erased(Prediction word, Context context, Collector<Episode> out) {
    answer(word, Cleared.Step.EPISODES, context);
  }
}
