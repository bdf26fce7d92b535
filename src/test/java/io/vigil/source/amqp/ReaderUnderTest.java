package io.vigil.source.amqp;

import io.vigil.sensor.RawMessage;
import io.vigil.settings.Secret;
import io.vigil.source.HubAddress;
import io.vigil.source.HubFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.flink.connector.testutils.source.reader.TestingReaderOutput;
import org.apache.flink.core.io.InputStatus;
import org.apache.flink.metrics.testutils.MetricListener;
import org.apache.flink.runtime.metrics.groups.InternalSourceReaderMetricGroup;

/** A reader as Flink drives it: asked while it has messages, left alone until it says it has. */
final class ReaderUnderTest implements AutoCloseable {
  static final HubAddress HUB = new HubAddress("ns", "sensors", "", Secret.NONE);

  private final HubAddress address;
  final HubReader reader;
  final TestingReaderOutput<RawMessage> output = new TestingReaderOutput<>();
  private final MetricListener metrics = new MetricListener();

  ReaderUnderTest(PartitionStreams hub, PartitionSplit... splits) {
    this(HUB, hub, new Bell(), splits);
  }

  ReaderUnderTest(HubAddress address, PartitionStreams hub, Bell bell, PartitionSplit... splits) {
    this.address = address;
    reader =
        new HubReader(
            hub,
            address,
            HubFormat.AUTO,
            InternalSourceReaderMetricGroup.mock(metrics.getMetricGroup()),
            bell);
    reader.start();
    reader.addSplits(Arrays.asList(splits));
  }

  /** Reads so many messages more. */
  ReaderUnderTest read(int count) throws Exception {
    int end = output.getEmittedRecords().size() + count;
    while (output.getEmittedRecords().size() < end) {
      if (reader.pollNext(output) == InputStatus.NOTHING_AVAILABLE) {
        reader.isAvailable().get(30, TimeUnit.SECONDS);
      }
    }
    return this;
  }

  /** Reads until there is nothing at hand. */
  InputStatus readAll() throws Exception {
    InputStatus status = reader.pollNext(output);
    while (status == InputStatus.MORE_AVAILABLE) {
      status = reader.pollNext(output);
    }
    return status;
  }

  /** The numbers of the messages read of a partition. */
  List<Long> numbers(int partition) {
    List<Long> numbers = new ArrayList<>();
    for (RawMessage message : output.getEmittedRecords()) {
      if (message.source().equals(address + "/" + partition)) {
        numbers.add(message.position());
      }
    }
    return numbers;
  }

  long counter(String name) {
    return metrics.getCounter(name).orElseThrow().getCount();
  }

  long gauge(String... name) {
    return metrics.<Long>getGauge(name).orElseThrow().getValue();
  }

  @Override
  public void close() {
    reader.close();
  }
}
