package io.vigil.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.kafka.common.utils.Utils;
import picocli.CommandLine.Option;

/** How the fleet of {@code vigil bench} is put together, and for how long it is watched. */
final class FleetOptions {
  private static final int MOST_PEOPLE = 1_000_000;
  private static final String MAX = "max";

  @Option(
      names = "--people",
      paramLabel = "N",
      split = ",",
      description =
          "How many people send, 1 to 1000000, one measurement for each; `max` looks for the most that are served"
              + " in time (default: 1000,10000,max).")
  List<String> people = List.of("1000", "10000", MAX);

  @Option(
      names = "--seconds",
      paramLabel = "N",
      defaultValue = "60",
      description = "How long each is measured, 1 to 3600 (default: ${DEFAULT-VALUE}).")
  int seconds;

  @Option(
      names = "--warm-up",
      paramLabel = "N",
      defaultValue = "40",
      description =
          "How long before that they send, 2 to 3600 s; in the first half of it they join one after another"
              + " (default: ${DEFAULT-VALUE}).")
  int warmUp;

  @Option(
      names = "--state",
      paramLabel = "BACKEND",
      defaultValue = "heap",
      description = "Where the job keeps its state, heap or rocksdb (default: ${DEFAULT-VALUE}).")
  String state;

  @Option(
      names = "--broker",
      paramLabel = "HOST:PORT",
      description =
          "A Kafka broker of your own that lets everybody in; a topic is made and deleted again (default: one is"
              + " started on this machine).")
  String broker;

  /** The sizes asked for by number. */
  List<Integer> sizes() {
    List<Integer> sizes = new ArrayList<>();
    for (String size : people) {
      if (!size.equals(MAX)) {
        sizes.add(size(size));
      }
    }
    return sizes;
  }

  private static int size(String text) {
    try {
      int size = Integer.parseInt(text.strip());
      if (size >= 1 && size <= MOST_PEOPLE) {
        return size;
      }
    } catch (NumberFormatException e) {
      // Told below, with what is expected.
    }
    throw new UsageException(
        "--people is '%s', expected numbers of 1 to %d or max, with commas between them"
            .formatted(text, MOST_PEOPLE));
  }

  /** Whether the most that are served in time are looked for. */
  boolean most() {
    return people.contains(MAX);
  }

  /** Whether state lies in RocksDB. */
  boolean rocksdb() {
    return state.toLowerCase(Locale.ROOT).equals("rocksdb");
  }

  /**
   * Looks whether all values can be used.
   *
   * @throws UsageException if one cannot
   */
  void check() {
    sizes();
    within("--seconds", seconds, 1, 3600);
    within("--warm-up", warmUp, 2, 3600);
    if (!Set.of("heap", "rocksdb").contains(state.toLowerCase(Locale.ROOT))) {
      throw new UsageException("--state is '%s', expected heap or rocksdb".formatted(state));
    }
    if (broker != null && (Utils.getHost(broker) == null || Utils.getPort(broker) == null)) {
      throw new UsageException(
          "--broker is '%s', expected HOST:PORT such as 127.0.0.1:9092".formatted(broker));
    }
  }

  private static void within(String option, int value, int least, int most) {
    if (value < least || value > most) {
      throw new UsageException(
          "%s is %d, expected %d to %d seconds".formatted(option, value, least, most));
    }
  }
}
