package io.vigil.source.amqp;

import io.vigil.source.HubReading;
import io.vigil.source.StartFrom;
import io.vigil.source.WrappedSource;
import io.vigil.source.amqp.server.AmqpHubServer;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.connector.testframe.external.ExternalSystemSplitDataWriter;
import org.apache.flink.connector.testframe.external.source.DataStreamSourceExternalContext;
import org.apache.flink.connector.testframe.external.source.TestingSourceSettings;

/** A hub of the tests' server as Flink's test suite sees it, which gets a partition a writer. */
final class ServedHub implements DataStreamSourceExternalContext<String> {
  private static final int FEWEST = 100;
  private static final int MOST = 300;

  private final AmqpHubServer server;
  private final String hub;
  private int partitions;

  ServedHub(AmqpHubServer server, String hub) {
    this.server = server;
    this.hub = hub;
    server.createHub(hub, 0);
  }

  @Override
  public Source<String, ?, ?> createSource(TestingSourceSettings settings) {
    HubReading reading = HubReading.from(StartFrom.earliest());
    boolean bounded = settings.getBoundedness() == Boundedness.BOUNDED;
    return new WrappedSource<>(
        HubSource.of(server.address(hub), bounded ? reading.toTheEnd() : reading),
        String.class,
        TextReader::new);
  }

  @Override
  public ExternalSystemSplitDataWriter<String> createSourceSplitDataWriter(
      TestingSourceSettings settings) {
    server.addPartition(hub);
    return new Writer(server, hub, partitions++);
  }

  private record Writer(AmqpHubServer server, String hub, int partition)
      implements ExternalSystemSplitDataWriter<String> {
    @Override
    public void writeRecords(List<String> records) {
      server.publish(
          hub,
          partition,
          records.stream().map(r -> r.getBytes(StandardCharsets.UTF_8)).toArray(byte[][]::new));
    }

    @Override
    public void close() {}
  }

  @Override
  public List<String> generateTestData(TestingSourceSettings settings, int split, long seed) {
    Random random = new Random(seed);
    return IntStream.range(0, random.nextInt(FEWEST, MOST))
        .mapToObj(i -> "%d-%d-%x".formatted(split, i, random.nextLong()))
        .toList();
  }

  @Override
  public TypeInformation<String> getProducedType() {
    return TypeInformation.of(String.class);
  }

  @Override
  public List<URL> getConnectorJarPaths() {
    return List.of();
  }

  @Override
  public void close() {}

  @Override
  public String toString() {
    return "the tests' AMQP server";
  }
}
