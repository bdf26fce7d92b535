package io.vigil.source.kafka;

import io.vigil.sensor.RawMessage;
import io.vigil.source.HubFormat;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Takes a record as it is. It looks at no more than the first byte, so that nothing in a record can
 * make it throw: an exception here would stop the job at the same record for ever.
 */
record HubRecords(HubFormat format) implements KafkaRecordDeserializationSchema<RawMessage> {
  private static final long serialVersionUID = 1L;
  private static final byte[] NOTHING = {};

  @Override
  public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<RawMessage> messages) {
    messages.collect(message(record));
  }

  /** The message, for the decoder to understand or to refuse: also where there is no payload. */
  RawMessage message(ConsumerRecord<byte[], byte[]> record) {
    byte[] payload = record.value() == null ? NOTHING : record.value();
    return new RawMessage(
        format.of(payload),
        "",
        record.topic() + "/" + record.partition(),
        record.offset(),
        payload);
  }

  @Override
  public TypeInformation<RawMessage> getProducedType() {
    return TypeInformation.of(RawMessage.class);
  }
}
