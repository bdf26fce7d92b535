package io.vigil.source.amqp.server;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.qpid.proton.amqp.UnsignedLong;
import org.apache.qpid.proton.engine.Link;
import org.apache.qpid.proton.engine.Receiver;
import org.apache.qpid.proton.engine.Sender;

/** Decides what a link that a client opens is, and whether it may be. */
final class LinkDesk {
  private static final Pattern READ =
      Pattern.compile("([^/]+)/ConsumerGroups/([^/]+)/Partitions/([^/]+)");
  private static final Pattern SEND = Pattern.compile("([^/]+?)(?:/Partitions/([^/]+))?");

  private final Namespace namespace;
  private final ServerConnection connection;
  private final Map<String, Set<Right>> rights = new HashMap<>();
  private final RequestNode tokens;
  private final RequestNode management;

  LinkDesk(Namespace namespace, ServerConnection connection) {
    this.namespace = namespace;
    this.connection = connection;
    this.tokens = new RequestNode(new TokenRequests(namespace, rights));
    this.management = new RequestNode(new ManagementRequests(namespace));
  }

  /** The end of a new link, or null where the link was refused. */
  LinkEnd open(Link link) {
    boolean reads = link instanceof Sender;
    String address =
        reads ? link.getRemoteSource().getAddress() : link.getRemoteTarget().getAddress();
    try {
      if (address.equals(Names.CBS)) {
        return accept(link, tokens.end(link));
      }
      if (address.endsWith(Names.MANAGEMENT)) {
        return accept(link, management.end(link));
      }
      namespace.tally().linksOpened++;
      LinkEnd end = reads ? reader(address, (Sender) link) : writer(address, (Receiver) link);
      return accept(link, end);
    } catch (Refused refused) {
      refuse(link, refused);
      return null;
    }
  }

  private LinkEnd reader(String address, Sender link) throws Refused {
    Matcher parts = parts(READ, address);
    Hub hub = allowed(parts.group(1), Right.LISTEN);
    hub.checkGroup(parts.group(2));
    PartitionLog log = hub.partition(parts.group(3));
    return ReaderLink.join(parts.group(2), log, link, connection, namespace);
  }

  private LinkEnd writer(String address, Receiver link) throws Refused {
    Matcher parts = parts(SEND, address);
    Hub hub = allowed(parts.group(1), Right.SEND);
    PartitionLog partition = parts.group(2) == null ? null : hub.partition(parts.group(2));
    link.setMaxMessageSize(UnsignedLong.valueOf(namespace.maxMessageBytes()));
    return new WriterLink(hub, partition, link, connection, namespace);
  }

  private static Matcher parts(Pattern pattern, String address) throws Refused {
    Matcher parts = pattern.matcher(address);
    if (!parts.matches()) {
      throw Hub.notFound(address);
    }
    return parts;
  }

  private Hub allowed(String hub, Right right) throws Refused {
    if (!rights.getOrDefault(hub, Set.of()).contains(right)) {
      throw new Refused(
          Names.UNAUTHORIZED,
          "Unauthorized access. '%s' claim(s) are required to perform this operation. Resource: '%s'."
              .formatted(right == Right.LISTEN ? "Listen" : "Send", hub));
    }
    return namespace.hub(hub);
  }

  private static LinkEnd accept(Link link, LinkEnd end) {
    link.setSource(link.getRemoteSource());
    link.setTarget(link.getRemoteTarget());
    link.setSenderSettleMode(link.getRemoteSenderSettleMode());
    link.setReceiverSettleMode(link.getRemoteReceiverSettleMode());
    link.setOfferedCapabilities(link.getRemoteDesiredCapabilities());
    link.open();
    if (link instanceof Receiver receiver) {
      receiver.flow(WriterLink.CREDIT);
    }
    return end;
  }

  /** As AMQP 1.0 has it: attached to nothing, then detached with the error. */
  private static void refuse(Link link, Refused refused) {
    link.setSource(null);
    link.setTarget(null);
    link.open();
    link.setCondition(refused.toCondition());
    link.close();
  }
}
