package io.vigil.source.amqp.server;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.apache.qpid.proton.amqp.messaging.Accepted;
import org.apache.qpid.proton.amqp.messaging.AmqpValue;
import org.apache.qpid.proton.amqp.messaging.ApplicationProperties;
import org.apache.qpid.proton.engine.Delivery;
import org.apache.qpid.proton.engine.Link;
import org.apache.qpid.proton.engine.Receiver;
import org.apache.qpid.proton.engine.Sender;
import org.apache.qpid.proton.message.Message;

/** A node that answers requests: they come in by one link, their replies leave by another. */
final class RequestNode {

  /** Answers one kind of request. */
  interface Requests {
    /** The body of the answer. */
    Object answer(Map<String, Object> properties, Object body) throws Refused;
  }

  private final Requests requests;
  private final Map<String, Sender> replyLinks = new HashMap<>();
  private long replies;

  RequestNode(Requests requests) {
    this.requests = requests;
  }

  LinkEnd end(Link link) {
    if (link instanceof Sender sender) {
      replyLinks.put(sender.getRemoteTarget().getAddress(), sender);
      return Delivery::settle;
    }
    return delivery -> request((Receiver) link, delivery);
  }

  private void request(Receiver link, Delivery delivery) {
    if (delivery.isPartial() || !delivery.isReadable()) {
      return;
    }
    Message request = Messages.decode(Messages.receive(link, delivery));
    link.advance();
    delivery.disposition(Accepted.getInstance());
    delivery.settle();
    link.flow(1);
    Sender replyLink = replyLinks.get(request.getReplyTo());
    if (replyLink != null) {
      send(replyLink, reply(request));
    }
  }

  private Message reply(Message request) {
    Message reply = Message.Factory.create();
    reply.setCorrelationId(request.getMessageId());
    Map<String, Object> properties = new HashMap<>();
    properties.put("status-code", 200);
    properties.put("status-description", "OK");
    try {
      Object body = request.getBody() instanceof AmqpValue value ? value.getValue() : null;
      reply.setBody(
          new AmqpValue(requests.answer(request.getApplicationProperties().getValue(), body)));
    } catch (Refused refused) {
      properties.put("status-code", refused.status());
      properties.put("status-description", refused.getMessage());
      properties.put("error-condition", refused.toCondition().getCondition());
      reply.setBody(new AmqpValue(Map.of()));
    }
    reply.setApplicationProperties(new ApplicationProperties(properties));
    return reply;
  }

  private void send(Sender link, Message reply) {
    byte[] bytes = Messages.encode(reply, 1024);
    link.delivery(Long.toString(replies++).getBytes(StandardCharsets.UTF_8));
    link.send(bytes, 0, bytes.length);
    link.advance();
  }
}
