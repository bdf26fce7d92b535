package io.vigil.alert;

import io.vigil.activity.Activities;
import io.vigil.activity.ModelRef;
import io.vigil.activity.Prediction;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Finds days unlike a participant's own last weeks, by the time spent in each activity. A window
 * speaks for the time since the window before it. A day is judged when the first window of a later
 * one comes, and only if it was observed for long enough; so are the days it is compared with. Time
 * of an unknown activity was not observed.
 */
public final class UnusualDay {
  private static final long MINUTE = 60_000_000;

  /** Takes in the next window of a participant, in order of time. */
  public void add(
      UnusualDayState state, Prediction window, Rules rules, Consumer<Incident> output) {
    if (window.activity().equals(Activities.UNKNOWN)) {
      return;
    }
    if (!state.model.equals(window.model().name())) {
      forget(state, window.model());
    }
    long from =
        state.lastEnd == Alert.NEVER ? window.start() : Math.max(window.start(), state.lastEnd);
    if (state.dayEnd == Alert.NEVER) {
      beginDay(state, from, rules.schedule());
    } else if (from >= state.dayEnd) {
      endDay(state, window, rules, output);
      beginDay(state, from, rules.schedule());
    }
    int place = place(state, window.activity());
    state.today[place] += Math.max(0, window.end() - from);
    state.lastEnd = Math.max(window.end(), from);
  }

  private static void forget(UnusualDayState state, ModelRef model) {
    state.model = model.name();
    state.activities = new String[0];
    state.today = new long[0];
    state.days = 0;
    state.minutes = new short[0];
  }

  private static void beginDay(UnusualDayState state, long at, Schedule schedule) {
    LocalDate date = schedule.dateAt(at);
    state.dayStart = schedule.startOf(date);
    state.dayEnd = schedule.startOf(date.plusDays(1));
    Arrays.fill(state.today, 0);
  }

  private static void endDay(
      UnusualDayState state, Prediction window, Rules rules, Consumer<Incident> output) {
    if (Arrays.stream(state.today).sum() < Turn.micros(rules.unusualDay().worn())) {
      return;
    }
    short[] day = new short[state.today.length];
    for (int i = 0; i < day.length; i++) {
      day[i] = (short) Math.min(Short.MAX_VALUE, state.today[i] / MINUTE);
    }
    if (state.days >= rules.unusualDay().days()) {
      judge(state, day, window, rules, output);
    }
    remember(state, day);
  }

  private static void judge(
      UnusualDayState state,
      short[] day,
      Prediction window,
      Rules rules,
      Consumer<Incident> output) {
    Deviation farthest = Deviation.farthest(state, day);
    boolean unusual =
        farthest.deviations() >= rules.unusualDay().deviations()
            && Math.abs(farthest.minutes()) >= rules.unusualDay().least().toMinutes();
    if (!unusual && state.raised == Alert.NEVER) {
      return;
    }
    state.raised = unusual ? state.dayStart : state.raised;
    output.accept(
        new Incident(
            new AlertKey(window.participantId(), AlertType.UNUSUAL_DAY, state.raised),
            unusual ? Phase.BEGAN : Phase.ENDED,
            window.end(),
            Severity.MINOR,
            unusual ? farthest.evidence() : Evidence.of("The day was like others again."),
            rules.ref(AlertType.UNUSUAL_DAY),
            window.model()));
    state.raised = unusual ? state.raised : Alert.NEVER;
  }

  private static void remember(UnusualDayState state, short[] day) {
    int width = day.length;
    int dropped = state.days == UnusualDayState.MOST_DAYS ? width : 0;
    int kept = state.days * width - dropped;
    short[] minutes = new short[kept + width];
    System.arraycopy(state.minutes, dropped, minutes, 0, kept);
    System.arraycopy(day, 0, minutes, kept, width);
    state.minutes = minutes;
    state.days = minutes.length / width;
  }

  /** The place of an activity, remembering it; it took no time on the days before. */
  private static int place(UnusualDayState state, String activity) {
    int known = Arrays.asList(state.activities).indexOf(activity);
    if (known >= 0) {
      return known;
    }
    int width = state.activities.length;
    short[] wider = new short[state.days * (width + 1)];
    for (int day = 0; day < state.days; day++) {
      System.arraycopy(state.minutes, day * width, wider, day * (width + 1), width);
    }
    state.minutes = wider;
    state.activities = Arrays.copyOf(state.activities, width + 1);
    state.activities[width] = activity;
    state.today = Arrays.copyOf(state.today, width + 1);
    return width;
  }
}
