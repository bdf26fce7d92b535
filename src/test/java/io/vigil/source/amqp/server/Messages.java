package io.vigil.source.amqp.server;

import java.nio.BufferOverflowException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.qpid.proton.amqp.Binary;
import org.apache.qpid.proton.amqp.Symbol;
import org.apache.qpid.proton.amqp.messaging.Data;
import org.apache.qpid.proton.amqp.messaging.DeliveryAnnotations;
import org.apache.qpid.proton.amqp.messaging.MessageAnnotations;
import org.apache.qpid.proton.codec.AMQPDefinedTypes;
import org.apache.qpid.proton.codec.DecoderImpl;
import org.apache.qpid.proton.codec.EncoderImpl;
import org.apache.qpid.proton.engine.Delivery;
import org.apache.qpid.proton.engine.Receiver;
import org.apache.qpid.proton.message.Message;

/** Messages to bytes and back. */
final class Messages {
  static Message ofBody(byte[] body) {
    Message message = Message.Factory.create();
    message.setBody(new Data(new Binary(body)));
    return message;
  }

  /** The bytes of a delivery that is complete. */
  static byte[] receive(Receiver link, Delivery delivery) {
    byte[] bytes = new byte[delivery.pending()];
    int read = 0;
    while (read < bytes.length) {
      read += link.recv(bytes, read, bytes.length - read);
    }
    return bytes;
  }

  static Message decode(byte[] bytes) {
    Message message = Message.Factory.create();
    message.decode(bytes, 0, bytes.length);
    return message;
  }

  /**
   * The messages of a batch: each is an encoded message in a data section of its own. The engine's
   * {@code Message} keeps only the last section of several.
   */
  static List<Message> splitBatch(byte[] bytes) {
    DecoderImpl decoder = new DecoderImpl();
    AMQPDefinedTypes.registerAllTypes(decoder, new EncoderImpl(decoder));
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    decoder.setByteBuffer(buffer);
    List<Message> messages = new ArrayList<>();
    while (buffer.hasRemaining()) {
      if (decoder.readObject() instanceof Data data) {
        Binary part = data.getValue();
        Message message = Message.Factory.create();
        message.decode(part.getArray(), part.getArrayOffset(), part.getLength());
        messages.add(message);
      }
    }
    return messages;
  }

  static String partitionKey(Message message) {
    MessageAnnotations annotations = message.getMessageAnnotations();
    return annotations == null ? null : (String) annotations.getValue().get(Names.PARTITION_KEY);
  }

  /** Gives the message its place. */
  static StoredMessage store(Message message, long sequence, long offset, Instant enqueued) {
    Map<Symbol, Object> annotations = new HashMap<>();
    String partitionKey = partitionKey(message);
    if (message.getMessageAnnotations() != null) {
      annotations.putAll(message.getMessageAnnotations().getValue());
    }
    annotations.put(Names.SEQUENCE_NUMBER, sequence);
    annotations.put(Names.OFFSET, Long.toString(offset));
    annotations.put(Names.ENQUEUED_TIME, Date.from(enqueued));
    message.setMessageAnnotations(new MessageAnnotations(annotations));
    message.setDeliveryAnnotations(null);
    byte[] body = message.getBody() instanceof Data data ? bytes(data.getValue()) : new byte[0];
    return new StoredMessage(
        sequence, offset, enqueued, partitionKey, body, encode(message, body.length + 512));
  }

  /** How far the partition has come, to be sent in front of a message. */
  static byte[] runtimeMetric(PartitionLog log) {
    Map<Symbol, Object> values = new HashMap<>();
    values.put(Symbol.valueOf("last_enqueued_sequence_number"), log.lastSequence());
    values.put(Symbol.valueOf("last_enqueued_offset"), Long.toString(log.lastOffset()));
    values.put(Symbol.valueOf("last_enqueued_time_utc"), Date.from(log.lastEnqueued()));
    values.put(Symbol.valueOf("runtime_info_retrieval_time_utc"), new Date());
    Message message = Message.Factory.create();
    message.setDeliveryAnnotations(new DeliveryAnnotations(values));
    return encode(message, 512);
  }

  static byte[] encode(Message message, int sizeHint) {
    for (int size = sizeHint; ; size *= 2) {
      try {
        byte[] bytes = new byte[size];
        return Arrays.copyOf(bytes, message.encode(bytes, 0, size));
      } catch (BufferOverflowException e) {
        // Try again with more room.
      }
    }
  }

  private static byte[] bytes(Binary binary) {
    int from = binary.getArrayOffset();
    return Arrays.copyOfRange(binary.getArray(), from, from + binary.getLength());
  }

  private Messages() {}
}
