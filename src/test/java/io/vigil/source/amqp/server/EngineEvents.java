package io.vigil.source.amqp.server;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.qpid.proton.Proton;
import org.apache.qpid.proton.engine.Collector;
import org.apache.qpid.proton.engine.Connection;
import org.apache.qpid.proton.engine.Event;
import org.apache.qpid.proton.engine.Link;
import org.apache.qpid.proton.engine.Session;

/** Hands what the protocol engine has to say about one connection to the ends of its links. */
final class EngineEvents {
  private final Collector collector = Proton.collector();
  private final Map<Link, LinkEnd> ends = new LinkedHashMap<>();
  private final LinkDesk desk;

  EngineEvents(Connection engine, Namespace namespace, ServerConnection connection) {
    engine.collect(collector);
    this.desk = new LinkDesk(namespace, connection);
  }

  boolean isPending() {
    return collector.peek() != null;
  }

  void dispatch() {
    for (Event event = collector.peek(); event != null; event = collector.peek()) {
      dispatch(event);
      collector.pop();
    }
  }

  private void dispatch(Event event) {
    switch (event.getType()) {
      case CONNECTION_REMOTE_OPEN -> {
        event.getConnection().setContainer("vigil-test-namespace");
        event.getConnection().open();
      }
      case CONNECTION_REMOTE_CLOSE -> {
        closed();
        event.getConnection().close();
      }
      case SESSION_REMOTE_OPEN -> event.getSession().open();
      case SESSION_REMOTE_CLOSE -> closed(event.getSession());
      case LINK_REMOTE_OPEN -> {
        LinkEnd end = desk.open(event.getLink());
        if (end != null) {
          ends.put(event.getLink(), end);
        }
      }
      case LINK_REMOTE_CLOSE, LINK_REMOTE_DETACH -> closed(event.getLink());
      case DELIVERY -> {
        LinkEnd end = ends.get(event.getLink());
        if (end != null) {
          end.delivery(event.getDelivery());
        }
      }
      default -> {
        // What flows and what is sent is looked at after every turn.
      }
    }
  }

  private void closed(Session session) {
    for (Link link : List.copyOf(ends.keySet())) {
      if (link.getSession() == session) {
        closed(link);
      }
    }
    session.close();
  }

  private void closed(Link link) {
    LinkEnd end = ends.remove(link);
    if (end != null) {
      end.closed();
    }
    link.close();
    link.free();
  }

  /** Whether anything was sent. */
  boolean fill() {
    boolean filled = false;
    for (LinkEnd end : ends.values()) {
      filled |= end.fill();
    }
    return filled;
  }

  void closed() {
    ends.values().forEach(LinkEnd::closed);
    ends.clear();
  }
}
