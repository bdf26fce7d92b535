package io.vigil.cli;

import io.vigil.bench.FleetHub;
import io.vigil.bench.MostServed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.flink.util.FileUtils;

/** Measures one number of people after the other, with one broker and one sender for all. */
final class FleetBench implements AutoCloseable {
  private static final int DISTINCT_PEOPLE = 200;
  private static final int FIRST_TRY = 1_000;
  private static final int MOST_TRIED = 200_000;
  private static final int TRIES = 8;

  /** Of a topic: what several readers can share. */
  private static final int PARTITIONS = 4;

  private final Path folder;
  private final List<BenchProcess> processes = new ArrayList<>();

  FleetBench() throws IOException {
    this.folder = Files.createTempDirectory("vigil-bench");
    Runtime.getRuntime().addShutdownHook(new Thread(this::close));
  }

  /**
   * What was measured.
   *
   * @param sizes in the order in which they were tried
   * @param most people that were served in time; 0 where nobody was
   */
  record Outcome(List<FleetFigures> sizes, int most) {}

  /**
   * Measures.
   *
   * @param told of each as soon as it is known
   */
  Outcome measure(FleetOptions options, JobOfFleet job, Consumer<FleetFigures> told)
      throws IOException {
    Optional<BenchProcess> own =
        options.broker == null
            ? Optional.of(start(BenchPart.BROKER, "512m", folder.resolve("broker").toString()))
            : Optional.empty();
    BenchProcess sender = start(BenchPart.SENDER, "512m", "" + DISTINCT_PEOPLE);
    String broker = own.isPresent() ? own.get().ready() : options.broker;
    sender.ready();
    FleetSetUp setUp = new FleetSetUp(job, options, sender, own);

    List<FleetFigures> sizes = new ArrayList<>();
    MostServed most = new MostServed(FIRST_TRY, MOST_TRIED, TRIES);
    Consumer<Integer> one =
        people -> {
          String topic = "vigil-bench-" + UUID.randomUUID();
          FleetFigures figures =
              new FleetRun(setUp, new FleetHub(broker, topic, PARTITIONS), people, folder)
                  .measure();
          most.saw(people, figures.held());
          sizes.add(figures);
          told.accept(figures);
        };
    options.sizes().forEach(one);
    for (OptionalInt next = most.next(); options.most() && next.isPresent(); next = most.next()) {
      one.accept(next.getAsInt());
    }
    return new Outcome(List.copyOf(sizes), most.most());
  }

  private BenchProcess start(String part, String heap, String... arguments) throws IOException {
    BenchProcess process = BenchProcess.start(part, heap, folder, arguments);
    processes.add(process);
    return process;
  }

  @Override
  public synchronized void close() {
    processes.forEach(BenchProcess::close);
    processes.clear();
    FileUtils.deleteDirectoryQuietly(folder.toFile());
  }
}
