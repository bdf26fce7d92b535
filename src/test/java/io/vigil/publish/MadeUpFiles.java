package io.vigil.publish;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Files of every format as chance makes them, bad rows among them. */
final class MadeUpFiles {
  private static final List<String> ACTIVITIES = List.of("", "Walking", "Sitting, \"calm\"");
  private static final Instant NINE = Instant.parse("2026-01-05T09:00:00Z");

  private final Random random;

  MadeUpFiles(Random random) {
    this.random = random;
  }

  /** Rows of one person, with labels that change, gaps in the counting and rows that are none. */
  String uci287() {
    StringBuilder text = new StringBuilder();
    int label = 1;
    for (int rows = 20 + random.nextInt(400), i = 0; i < rows; i++) {
      label = random.nextInt(40) == 0 ? random.nextInt(8) : label;
      text.append(
          switch (random.nextInt(60)) {
            case 0 -> "?\n";
            case 1 -> "\n";
            case 2 -> i + ",1,9999,3," + label + "\n";
            default -> "%d,%d,%d,%d,%d\n".formatted(i, count(), count(), count(), label);
          });
    }
    return text.toString();
  }

  private int count() {
    return random.nextInt(4096);
  }

  /**
   * Rows of several people whose clocks jitter, pause and go back.
   *
   * @param apart whether one person's rows come behind the other's, or all among one another
   */
  String csv(boolean apart) {
    List<StringBuilder> people = new ArrayList<>();
    StringBuilder all = new StringBuilder();
    String[] activity = {"", "", ""};
    long[] micros = new long[3];
    for (int person = 0; person < 3; person++) {
      people.add(new StringBuilder());
    }
    for (int rows = 20 + random.nextInt(600), i = 0; i < rows; i++) {
      int person = random.nextInt(3);
      micros[person] += step();
      activity[person] =
          random.nextInt(30) == 0
              ? ACTIVITIES.get(random.nextInt(ACTIVITIES.size()))
              : activity[person];
      String row = csvRow("p" + person, micros[person], activity[person]);
      (apart ? people.get(person) : all).append(row).append('\n');
    }
    people.forEach(all::append);
    return "participantId,timestamp,x,y,z,activity\n" + all;
  }

  private long step() {
    return switch (random.nextInt(40)) {
      case 0 -> -random.nextInt(3_000_000);
      case 1 -> random.nextInt(20_000_000);
      case 2 -> 0;
      case 3 -> 1 + random.nextInt(400_000);
      case 4, 5, 6, 7, 8, 9 -> 45_000 + random.nextInt(10_000);
      default -> 50_000;
    };
  }

  private String csvRow(String person, long micros, String activity) {
    if (random.nextInt(50) == 0) {
      return person + ",soon,0,1,0,";
    }
    String y = random.nextInt(50) == 0 ? "99" : acceleration();
    return String.format(
        Locale.ROOT,
        "%s,%s,%s,%s,%s,\"%s\"",
        person,
        NINE.plusNanos(1000 * micros),
        acceleration(),
        y,
        acceleration(),
        activity.replace("\"", "\"\""));
  }

  /** A float of any number of digits. */
  private String acceleration() {
    double g = 4 * random.nextGaussian();
    return switch (random.nextInt(200)) {
      case 0 -> "-0";
      case 1 -> Double.toString(g / 1e6);
      case 2 -> Float.toString((float) g);
      default -> String.format(Locale.ROOT, "%.3f", Math.max(-15, Math.min(15, g)));
    };
  }

  /** Samples and batches as devices send them, and lines that are none. */
  String jsonl() {
    StringBuilder text = new StringBuilder();
    for (int lines = 5 + random.nextInt(60), i = 0; i < lines; i++) {
      text.append(
          switch (random.nextInt(12)) {
            case 0 -> "{\"participantId\":\"p1\"";
            case 1 -> "";
            case 2 -> batch(i, ",\"x\":[1,9999],\"y\":[1,2],\"z\":[1,2]");
            case 3 -> " \t" + batch(i, ",\"x\":[1.5,2],\"y\":[1,2],\"z\":[1,2]") + "\r";
            case 4 ->
                "{\"timestamp\":%d,\"participantId\":\"p2\",\"accelerationX\":1,\"accelerationY\":2,\"accelerationZ\":3}"
                    .formatted(NINE.toEpochMilli() + 500L * i);
            default -> batch(i - random.nextInt(5), ",\"x\":[7,8,9],\"y\":[1,2,3],\"z\":[4,5,6]");
          });
      text.append('\n');
    }
    return text + batch(1000, ",\"x\":[1],\"y\":[1],\"z\":[1]");
  }

  private String batch(int second, String axes) {
    return "{\"participantId\":\"p%d\",\"start\":\"%s\",\"rateHz\":52,\"unit\":\"raw\",\"deviceId\":\"d\"%s}"
        .formatted(random.nextInt(2), NINE.plusSeconds(second), axes);
  }
}
