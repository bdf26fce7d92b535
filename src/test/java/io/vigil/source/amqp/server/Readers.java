package io.vigil.source.amqp.server;

import java.util.ArrayList;
import java.util.List;

/** Who reads a partition; how many may, and who throws whom out. */
final class Readers {
  private static final int MOST = 5;

  private final List<ReaderLink> links = new ArrayList<>();

  /**
   * Adds a reader.
   *
   * @throws Refused where a reader of a higher owner level is there, or too many without one
   */
  void add(ReaderLink joining) throws Refused {
    List<ReaderLink> group =
        links.stream().filter(link -> link.group().equals(joining.group())).toList();
    long highest = group.stream().mapToLong(ReaderLink::ownerLevel).max().orElse(-1);
    if (joining.ownerLevel() < highest) {
      throw new Refused(
          Names.STOLEN,
          ("At least one receiver for the endpoint is created with epoch of '%d', and so receiver"
                  + " with epoch '%d' is not allowed. Either reconnect with a higher epoch, or make"
                  + " sure all epoch receivers are closed or disconnected.")
              .formatted(highest, joining.ownerLevel()));
    }
    if (joining.ownerLevel() >= 0) {
      group.forEach(link -> link.detach(stolen(joining, link)));
      links.removeAll(group);
    } else if (group.size() >= MOST) {
      throw new Refused(
          Names.RESOURCE_LIMIT,
          "Exceeded the maximum number of allowed receivers per partition in a consumer group"
              + " which is 5. List of connected receivers - nil, nil, nil, nil, nil.");
    }
    links.add(joining);
  }

  private static Refused stolen(ReaderLink by, ReaderLink from) {
    return new Refused(
        Names.STOLEN,
        ("New receiver 'nil' with higher epoch of '%d' is created hence current receiver 'nil' with"
                + " epoch '%d' is getting disconnected. If you are recreating the receiver, make"
                + " sure a higher epoch is used.")
            .formatted(by.ownerLevel(), from.ownerLevel()));
  }

  void remove(ReaderLink link) {
    links.remove(link);
  }

  void wake() {
    links.forEach(ReaderLink::wake);
  }

  /** Throws all out. */
  void detach(Refused why) {
    List.copyOf(links).forEach(link -> link.detach(why));
    links.clear();
  }
}
