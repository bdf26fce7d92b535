package io.vigil.publish;

import io.vigil.metric.JobMetric;
import io.vigil.metric.Metrics;
import io.vigil.sensor.Decoder;
import io.vigil.sensor.DecoderSettings;
import io.vigil.sensor.DeviceProfiles;
import io.vigil.sensor.Normaliser;
import io.vigil.sensor.RawMessage;
import io.vigil.source.HistoricalEnumeratorState;
import io.vigil.source.HistoricalSource;
import io.vigil.source.HistoricalSplit;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.api.java.typeutils.ResultTypeQueryable;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.metrics.Counter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Historical files as if they happened now: all their times are shifted by one span, what lies
 * before now is a backlog that is read at once, and the rest comes at the pace of real time. {@link
 * JobMetric#SPLITS_ENDED} says that a file has ended; the source goes on as a hub does, until its
 * job is ended. What cannot be used of the files is left out, and logged.
 */
public final class LiveFilesSource
    implements Source<RawMessage, HistoricalSplit, HistoricalEnumeratorState>,
        ResultTypeQueryable<RawMessage> {
  private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger(LiveFilesSource.class);

  private final List<HistoricalSplit> splits;
  private final DecoderSettings settings;
  private final DeviceProfiles profiles;
  private final Duration later;

  /**
   * @param splits as {@link io.vigil.source.FilePlan} makes them
   * @param settings what the files do not say of themselves
   * @param later by how much everything in the files is to be later than they say
   */
  public LiveFilesSource(
      List<HistoricalSplit> splits,
      DecoderSettings settings,
      DeviceProfiles profiles,
      Duration later) {
    this.splits = List.copyOf(splits);
    this.settings = settings;
    this.profiles = profiles;
    this.later = later;
  }

  @Override
  public Boundedness getBoundedness() {
    return Boundedness.CONTINUOUS_UNBOUNDED;
  }

  @Override
  public SourceReader<RawMessage, HistoricalSplit> createReader(SourceReaderContext context) {
    Counter ended = Metrics.counter(context.metricGroup(), JobMetric.SPLITS_ENDED);
    return new LiveFilesReader(
        this::open,
        InstantSource.system(),
        new LiveFilesReader.Listener() {
          @Override
          public void wanted() {
            context.sendSplitRequest();
          }

          @Override
          public void ended() {
            ended.inc();
          }
        });
  }

  private LaterMessages open(HistoricalSplit split) {
    UsableSamples usable =
        new UsableSamples(
            new Decoder(settings, InstantSource.system()),
            new Normaliser(profiles),
            letter ->
                LOG.warn(
                    "{}, line {}: {}; left out",
                    letter.source(),
                    letter.position(),
                    letter.reason()));
    return new LaterMessages(new FileMessages(split, usable), later.toNanos() / 1000);
  }

  @Override
  public SplitEnumerator<HistoricalSplit, HistoricalEnumeratorState> createEnumerator(
      SplitEnumeratorContext<HistoricalSplit> context) {
    return files().createEnumerator(context);
  }

  @Override
  public SplitEnumerator<HistoricalSplit, HistoricalEnumeratorState> restoreEnumerator(
      SplitEnumeratorContext<HistoricalSplit> context, HistoricalEnumeratorState checkpoint) {
    return files().restoreEnumerator(context, checkpoint);
  }

  @Override
  public SimpleVersionedSerializer<HistoricalSplit> getSplitSerializer() {
    return files().getSplitSerializer();
  }

  @Override
  public SimpleVersionedSerializer<HistoricalEnumeratorState> getEnumeratorCheckpointSerializer() {
    return files().getEnumeratorCheckpointSerializer();
  }

  private HistoricalSource files() {
    return new HistoricalSource(splits);
  }

  @Override
  public TypeInformation<RawMessage> getProducedType() {
    return TypeInformation.of(RawMessage.class);
  }
}
