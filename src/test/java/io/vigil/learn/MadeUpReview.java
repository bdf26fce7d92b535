package io.vigil.learn;

import io.vigil.activity.Activities;
import io.vigil.activity.ModelRef;
import io.vigil.alert.Snippet;
import io.vigil.sensor.SampleBatch;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Windows and answers, made up. Times are in seconds here and in microseconds of the records. */
public final class MadeUpReview {
  public static final long SECOND = 1_000_000;
  private static final ModelRef MODEL = new ModelRef("chest", 3, "ab12");
  private static final List<String> REVIEWERS = List.of("ann", "ben", "cid");

  /** A window of 4 s of which the model is this far from sure. */
  public static Question window(String participant, long start, String activity, double margin) {
    return window(participant, start, activity, margin, Reason.UNCERTAIN);
  }

  /** The same, for a reason. */
  public static Question window(
      String participant, long start, String activity, double margin, Reason reason) {
    Map<String, Double> probabilities = new LinkedHashMap<>();
    Activities.BY_LABEL.forEach(name -> probabilities.put(name, 0.0));
    String next = activity.equals("Walking") ? "Stairs" : "Walking";
    probabilities.put(activity, 0.5 + margin / 2);
    probabilities.put(next, 0.5 - margin / 2);
    return new Question(
        participant,
        start * SECOND,
        (start + 4) * SECOND,
        reason,
        activity,
        0.5 + margin / 2,
        probabilities,
        "",
        MODEL);
  }

  /** The same with samples: standing straight, with a step twice a second. */
  public static Question moving(Question window) {
    int size = 208;
    long[] times = new long[size];
    short[] y = new short[size];
    for (int i = 0; i < size; i++) {
      times[i] = window.start() + i * 4 * SECOND / size;
      y[i] = (short) (SampleBatch.PER_G * (1 + 0.4 * Math.sin(i * 0.24)));
    }
    SampleBatch samples =
        new SampleBatch(window.participantId(), times, new short[size], y, new short[size], "");
    return new Question(
        window.participantId(),
        window.start(),
        window.end(),
        window.reason(),
        window.activity(),
        window.confidence(),
        window.probabilities(),
        Snippet.pack(samples, window.start() + 2 * SECOND),
        window.model());
  }

  /** What somebody says, at that second. */
  public static Label says(
      String reviewer, String participant, long start, long end, String activity, long at) {
    return new Label(participant, start * SECOND, end * SECOND, activity, reviewer, at * SECOND);
  }

  /** Windows of three people, close together and far apart. */
  static List<Question> windows(Random random) {
    List<Question> windows = new ArrayList<>();
    for (int person = 0; person < 3; person++) {
      long time = random.nextInt(1_000);
      int count = random.nextInt(25);
      for (int i = 0; i < count; i++) {
        time += 2 * (1 + random.nextInt(random.nextInt(3) == 0 ? 400 : 20));
        String activity = random.nextBoolean() ? "Walking" : "Stairs";
        Reason reason = random.nextInt(4) == 0 ? Reason.UNIFORM : Reason.UNCERTAIN;
        windows.add(window("p" + person, time, activity, random.nextDouble(), reason));
      }
    }
    return windows;
  }

  /** What three reviewers say of them, some of it several times. */
  static List<Label> answers(List<Question> windows, Random random) {
    List<Label> labels = new ArrayList<>();
    List<String> said =
        List.of("Walking", "Stairs", Label.NOT_SURE, Label.NOT_WORN, Label.TAKEN_BACK);
    for (int i = 0; !windows.isEmpty() && i < random.nextInt(40); i++) {
      Question first = windows.get(random.nextInt(windows.size()));
      labels.add(
          new Label(
              first.participantId(),
              first.start(),
              first.end() + random.nextInt(60) * SECOND,
              said.get(random.nextInt(said.size())),
              REVIEWERS.get(random.nextInt(REVIEWERS.size())),
              random.nextInt(20) * SECOND));
    }
    return labels;
  }

  private MadeUpReview() {}
}
