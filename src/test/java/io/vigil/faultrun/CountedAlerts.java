package io.vigil.faultrun;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.vigil.sensor.RawMessage;
import io.vigil.store.Container;
import io.vigil.store.Document;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Alerts with rising revisions that follow from nothing but how many messages a participant has
 * sent: every tenth is the next revision, every fifth revision the last of its alert.
 */
final class CountedAlerts extends KeyedProcessFunction<String, RawMessage, Document> {
  private static final long serialVersionUID = 1L;
  private static final int MESSAGES = 10;
  private static final int REVISIONS = 5;
  private static final ObjectMapper JSON = new ObjectMapper();

  private transient ValueState<Integer> sent;

  static DataStream<Document> of(DataStream<RawMessage> messages) {
    return messages
        .keyBy(CountedAlerts::participant)
        .process(new CountedAlerts())
        .returns(Document.class)
        .uid("counted-alerts");
  }

  /** What must be in the store in the end. */
  static Map<String, String> expected(List<String> participantIds) {
    Map<String, Integer> sent = new LinkedHashMap<>();
    Map<String, String> bodies = new LinkedHashMap<>();
    for (String participant : participantIds) {
      int count = sent.merge(participant, 1, Integer::sum);
      if (count % MESSAGES == 0) {
        Document alert = alert(participant, count / MESSAGES);
        bodies.put(alert.container().title() + "/" + alert.id(), alert.body());
      }
    }
    return bodies;
  }

  @Override
  public void open(OpenContext context) {
    sent = getRuntimeContext().getState(new ValueStateDescriptor<>("sent", Types.INT));
  }

  @Override
  public void processElement(RawMessage message, Context context, Collector<Document> out)
      throws Exception {
    int count = (sent.value() == null ? 0 : sent.value()) + 1;
    sent.update(count);
    if (count % MESSAGES == 0) {
      out.collect(alert(context.getCurrentKey(), count / MESSAGES));
    }
  }

  private static Document alert(String participant, int step) {
    int number = (step - 1) / REVISIONS;
    int revision = (step - 1) % REVISIONS + 1;
    String id = participant + "_alert_" + number;
    Instant start = Instant.EPOCH.plusSeconds(number);
    String body =
        "{\"id\":\"%s\",\"participantId\":\"%s\",\"type\":\"COUNTED\",\"startTs\":\"%s\",\"revision\":%d}"
            .formatted(id, participant, start, revision);
    return new Document(Container.ALERTS, id, participant, "", number * 1_000_000L, revision, body);
  }

  private static String participant(RawMessage message) throws IOException {
    return JSON.readTree(message.payload()).path("participantId").asText();
  }
}
