package io.vigil.feed.stream;

import io.vigil.alert.AlertKey;
import io.vigil.feed.access.Viewer;
import io.vigil.feed.log.FeedEvent;
import io.vigil.feed.log.FeedEvent.Kind;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * An event as it travels, written once for everybody.
 *
 * @param number its place in the log
 * @param kind of it
 * @param participantId whose
 * @param technical whether it is for operators
 * @param bytes of the stream
 */
record Frame(long number, Kind kind, String participantId, boolean technical, byte[] bytes) {

  static Frame of(FeedEvent event) {
    String name = event.kind().name().toLowerCase(Locale.ROOT);
    return new Frame(
        event.number(),
        event.kind(),
        event.participantId(),
        event.kind() == Kind.TRANSITION && isTechnical(event.key()),
        text("id: " + event.number() + "\n" + said(name, event.body())));
  }

  /** Words of the stream's own, which leave the place of the reader as it is. */
  static byte[] word(String name, String json) {
    return text(said(name, json));
  }

  /** The first words: from where on events follow. */
  static byte[] begun(long number, boolean anew) {
    String json = "{\"after\":%d,\"anew\":%s}".formatted(number, anew);
    return text("retry: 2000\nid: " + number + "\n" + said("begun", json));
  }

  /** A sign of life. */
  static byte[] beat() {
    return text(": still here\n\n");
  }

  /** Whether somebody may hear it. */
  boolean isFor(Viewer viewer) {
    return switch (kind) {
      case HEARTBEAT -> true;
      case ACTIVITY -> viewer.maySee(participantId);
      case TRANSITION -> viewer.maySee(participantId) || technical && viewer.maySeeTechnical();
    };
  }

  private static boolean isTechnical(String key) {
    return AlertKey.of(key.split("#", 2)[0]).map(alert -> alert.type().technical()).orElse(false);
  }

  private static String said(String name, String json) {
    return "event: " + name + "\ndata: " + json.replaceAll("\\R", "\ndata: ") + "\n\n";
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
