package io.vigil.learn.drift;

import io.vigil.metric.JobMetric;
import io.vigil.metric.Metrics;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Adds up everybody's days and judges them: one task for the whole job. A replay hands all days on
 * at its end, so that they do not depend on who came first; a live job about a minute after
 * something came, and judges a day once it has been over for an hour. What comes later still counts
 * in the day's document, but raises nothing.
 */
public final class HealthFunction extends KeyedProcessFunction<String, DayProfile, DayHealth> {
  private static final long serialVersionUID = 1L;
  private static final long END_OF_INPUT = Long.MAX_VALUE;
  private static final long LOOK_MILLIS = 60_000;
  private static final long HOUR_MILLIS = 3_600_000;
  private static final long DAY_MILLIS = 24 * HOUR_MILLIS;

  /** Days that are remembered, one for each model. */
  static final int MOST_DAYS = 400;

  /** That everybody's days have drifted, or are as in training again. */
  public static final OutputTag<DriftFinding> FINDINGS =
      new OutputTag<>("population-findings", TypeInformation.of(DriftFinding.class));

  private final boolean replay;
  private transient Population population;
  private transient MapState<String, DayTotal> totals;
  private transient ValueState<PopulationState> states;
  private transient volatile DayHealth newest;

  /**
   * @param replay whether samples are historical
   */
  public HealthFunction(boolean replay) {
    this.replay = replay;
  }

  @Override
  public void open(OpenContext context) {
    population = new Population();
    totals =
        getRuntimeContext()
            .getMapState(
                new MapStateDescriptor<>("days", Types.STRING, TypeInformation.of(DayTotal.class)));
    states =
        getRuntimeContext()
            .getState(new ValueStateDescriptor<>("population", PopulationState.class));
    MetricGroup metrics = getRuntimeContext().getMetricGroup();
    Metrics.gauge(
        metrics,
        JobMetric.HIGHEST_STABILITY_INDEX,
        () -> {
          DayHealth day = newest;
          return day == null ? 0.0 : day.worst().map(DayHealth.Stability::index).orElse(0.0);
        });
    Metrics.gauge(
        metrics,
        JobMetric.PARTICIPANTS_DRIFTING,
        () -> {
          DayHealth day = newest;
          return day == null ? 0 : day.changed();
        });
  }

  @Override
  public void processElement(DayProfile part, Context context, Collector<DayHealth> out)
      throws Exception {
    PopulationState state = states.value();
    if (state == null) {
      state = new PopulationState();
      context.timerService().registerEventTimeTimer(END_OF_INPUT);
    }
    if (part.day() <= state.forgotten) {
      return;
    }
    String key = part.day() + "/" + part.model().sha256();
    DayTotal before = totals.get(key);
    totals.put(key, before == null ? DayTotal.of(part) : before.and(part));
    if (!replay && !state.looking) {
      long now = context.timerService().currentProcessingTime();
      context.timerService().registerProcessingTimeTimer(now + LOOK_MILLIS);
      state.looking = true;
    }
    states.update(state);
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<DayHealth> out)
      throws Exception {
    PopulationState state = states.value();
    if (state == null) {
      return;
    }
    boolean end = timestamp == END_OF_INPUT;
    long now = end ? Long.MAX_VALUE : context.timerService().currentProcessingTime();
    TreeMap<Long, List<DayTotal>> days = days();
    for (List<DayTotal> day : days.values()) {
      tell(day, out);
    }
    boolean waiting = false;
    for (Map.Entry<Long, List<DayTotal>> day : days.tailMap(state.judged, false).entrySet()) {
      if (end || (day.getKey() + 1) * DAY_MILLIS + HOUR_MILLIS <= now) {
        judge(state, day.getValue(), context);
      } else {
        waiting = true;
      }
    }
    if (end) {
      totals.clear();
      states.clear();
      return;
    }
    forget(state, days);
    state.looking = waiting;
    if (waiting) {
      context.timerService().registerProcessingTimeTimer(now + LOOK_MILLIS);
    }
    states.update(state);
  }

  /** Every day's totals, that of the most windows first. */
  private TreeMap<Long, List<DayTotal>> days() throws Exception {
    TreeMap<Long, List<DayTotal>> days = new TreeMap<>();
    for (DayTotal total : totals.values()) {
      days.computeIfAbsent(total.day(), day -> new ArrayList<>()).add(total);
    }
    days.values()
        .forEach(
            day ->
                day.sort(
                    Comparator.comparingLong((DayTotal total) -> -total.health().windows())
                        .thenComparing(total -> total.model().sha256())));
    return days;
  }

  private void tell(List<DayTotal> day, Collector<DayHealth> out) throws Exception {
    for (DayTotal total : day) {
      if (!total.told()) {
        DayHealth health = total.health();
        out.collect(health);
        totals.put(total.day() + "/" + total.model().sha256(), total.asTold());
        if (newest == null || health.day() >= newest.day()) {
          newest = health;
        }
      }
    }
  }

  private void judge(PopulationState state, List<DayTotal> day, OnTimerContext context) {
    population
        .judge(state, day.get(0).health())
        .ifPresent(finding -> context.output(FINDINGS, finding));
  }

  private void forget(PopulationState state, TreeMap<Long, List<DayTotal>> days) throws Exception {
    while (days.size() > MOST_DAYS) {
      Map.Entry<Long, List<DayTotal>> oldest = days.pollFirstEntry();
      for (DayTotal total : oldest.getValue()) {
        totals.remove(total.day() + "/" + total.model().sha256());
      }
      state.forgotten = oldest.getKey();
    }
  }
}
