package io.vigil.sensor;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Where the columns of a {@code csv} file stand.
 *
 * @param columns how many there are
 * @param participantId place of the column, from 0
 * @param timestamp place of the column
 * @param x place of the column
 * @param y place of the column
 * @param z place of the column
 * @param activity place of the column, or -1 where the file has none
 */
public record CsvHeader(
    int columns, int participantId, int timestamp, int x, int y, int z, int activity) {

  /** What a header has; the order is free, case is not, and other columns are passed over. */
  public static final String EXPECTED = "participantId,timestamp,x,y,z[,activity]";

  private static final Set<String> NAMES =
      Set.of("participantId", "timestamp", "x", "y", "z", "activity");

  /**
   * Finds the columns in the first line of a file.
   *
   * @throws IllegalArgumentException where one is missing or stands there twice
   */
  public static CsvHeader parse(String line) {
    try {
      return read(line);
    } catch (Refusal refusal) {
      throw new IllegalArgumentException(refusal.getMessage(), refusal);
    }
  }

  static CsvHeader read(String line) throws Refusal {
    Fields fields = new Fields();
    byte[] bytes = line.strip().getBytes(StandardCharsets.UTF_8);
    fields.splitQuoted(bytes, 0, bytes.length);
    Map<String, Integer> places = new HashMap<>();
    for (int i = 0; i < fields.count(); i++) {
      String name = fields.text(i).strip();
      if (places.put(name, i) != null && NAMES.contains(name)) {
        throw new Refusal(
            "The header " + Quote.of(line) + " has the column " + Quote.of(name) + " twice");
      }
    }
    return new CsvHeader(
        fields.count(),
        place("participantId", places, line),
        place("timestamp", places, line),
        place("x", places, line),
        place("y", places, line),
        place("z", places, line),
        places.getOrDefault("activity", -1));
  }

  private static int place(String name, Map<String, Integer> places, String line) throws Refusal {
    Integer place = places.get(name);
    if (place == null) {
      throw new Refusal(
          "The header " + Quote.of(line) + " has no column '" + name + "', expected " + EXPECTED);
    }
    return place;
  }
}
