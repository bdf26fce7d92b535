package io.vigil.feed.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.feed.access.Role;
import io.vigil.feed.access.Viewer;
import io.vigil.feed.log.FeedEvent;
import io.vigil.feed.log.FeedEvent.Kind;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** One reader, whose socket takes as much as a test says. */
class SubscriberTest {
  private static final Instant NINE = Instant.parse("2026-01-05T09:00:00Z");
  private static final Duration BEAT = Duration.ofSeconds(10);
  private static final Viewer ADMIN = viewer(Role.ADMIN, "none");

  private final List<Frame> log = new ArrayList<>();
  private final Recent recent = new Recent(this::logged, 0, 300, 1 << 20);
  private final Socket socket = new Socket();
  private final List<String> heard = new ArrayList<>();
  private Instant now = NINE;

  /** Seen red with: a log that is never asked. */
  @Test
  void theLogComesFirstThenWhatIsAtHandWithoutAGap() {
    tell(1_000);
    Subscriber reader = subscriber(ADMIN, 0);
    reader.onWritePossible();
    tell(5);
    reader.look(now, BEAT);
    assertThat(socket.ids()).hasSize(1_005).first().isEqualTo(1L);
    assertThat(socket.ids()).isSorted().doesNotHaveDuplicates();
  }

  /** Seen red with: a reader for whom any number may wait. */
  @Test
  void whoDoesNotReadIsDroppedWithAWordAndMayComeBack() {
    Subscriber reader = subscriber(ADMIN, 0);
    reader.onWritePossible();
    socket.ready = false;
    tell(Subscriber.MOST_WAITING);
    reader.look(now, BEAT);
    reader.look(now, BEAT);
    socket.ready = true;
    reader.onWritePossible();
    assertThat(socket.ids()).as("it kept up").hasSize(Subscriber.MOST_WAITING);

    socket.ready = false;
    tell(Subscriber.MOST_WAITING + 1);
    reader.look(now, BEAT);
    reader.look(now, BEAT);
    assertThat(reader.end()).isNotDone();
    socket.ready = true;
    reader.onWritePossible();
    assertThat(socket.text()).endsWith("\"resume\":true}\n\n").contains("event: dropped");
    assertThat(reader.end()).isDone();

    Subscriber again = subscriber(ADMIN, Subscriber.MOST_WAITING);
    again.onWritePossible();
    assertThat(socket.ids()).hasSize(2 * Subscriber.MOST_WAITING + 1).doesNotHaveDuplicates();
  }

  /** Seen red with: a viewer that is asked for once, when the stream begins. */
  @Test
  void whoIsSignedOutHearsNothingMore() {
    AtomicReference<Optional<Viewer>> viewer = new AtomicReference<>(Optional.of(ADMIN));
    Subscriber reader = subscriber(viewer::get, 0);
    reader.onWritePossible();
    tell(2);
    reader.look(now, BEAT);
    viewer.set(Optional.empty());
    tell(3);
    reader.look(now, BEAT);
    assertThat(socket.ids()).containsExactly(1L, 2L);
  }

  /** Seen red with: everybody's events counted; people noted before it was asked who may hear. */
  @Test
  void whatIsNotTheirsDoesNotDropThem() {
    Subscriber reader = subscriber(viewer(Role.CAREGIVER, "p2"), 0);
    reader.onWritePossible();
    socket.ready = false;
    tell(Subscriber.MOST_WAITING + 20);
    reader.look(now, BEAT);
    reader.look(now, BEAT);
    socket.ready = true;
    reader.onWritePossible();
    assertThat(socket.text()).doesNotContain("dropped").doesNotContain("id: 1\n");
    assertThat(heard).isEmpty();
    assertThat(reader.end()).isNotDone();
  }

  @Test
  void whoseSocketTakesNothingForLongIsLetGo() {
    Subscriber reader = subscriber(ADMIN, 0);
    reader.onWritePossible();
    socket.ready = false;
    tell(1);
    reader.look(now, BEAT);
    now = now.plus(Subscriber.LONGEST_BLOCKED).plusSeconds(1);
    reader.look(now, BEAT);
    assertThat(reader.end()).isDone();
  }

  @Test
  void aSignOfLifeComesWhereNothingElseDoes() {
    Subscriber reader = subscriber(ADMIN, 0);
    reader.onWritePossible();
    now = now.plusSeconds(9);
    reader.look(now, BEAT);
    assertThat(socket.text()).doesNotContain(": still here");
    now = now.plusSeconds(2);
    reader.look(now, BEAT);
    reader.look(now, BEAT);
    assertThat(socket.text()).endsWith(": still here\n\n").containsOnlyOnce(": still here");
  }

  /** Seen red with: a scope that is not asked. */
  @Test
  void eachHearsWhatTheyMay() {
    assertThat(heard(viewer(Role.CAREGIVER, "p1"))).containsExactly(1L, 2L, 3L, 5L);
    assertThat(heard(viewer(Role.CAREGIVER, "p2"))).containsExactly(4L, 5L);
    assertThat(heard(viewer(Role.OPERATOR, "none"))).containsExactly(2L, 5L);
    assertThat(heard(viewer(Role.REVIEWER, "p1"))).containsExactly(5L);
    assertThat(heard(ADMIN)).containsExactly(1L, 2L, 3L, 4L, 5L);
  }

  private List<Long> heard(Viewer viewer) {
    List<FeedEvent> events =
        List.of(
            event(1, Kind.TRANSITION, "p1_fall_2026-01-05T09:00:00Z#0#ab", "p1"),
            event(2, Kind.TRANSITION, "p1_silence_2026-01-05T09:00:00Z#0#ab", "p1"),
            event(3, Kind.ACTIVITY, "ACTIVITY#a#ab", "p1"),
            event(4, Kind.TRANSITION, "p2_fall_2026-01-05T09:00:00Z#0#ab", "p2"),
            event(5, Kind.HEARTBEAT, "HEARTBEAT#job#ab", ""));
    return events.stream()
        .map(Frame::of)
        .filter(frame -> frame.isFor(viewer))
        .map(Frame::number)
        .toList();
  }

  private void tell(int count) {
    for (int i = 0; i < count; i++) {
      long number = log.size() + 1;
      String key = "p1_fall_2026-01-05T09:00:00Z#" + number + "#ab";
      Frame frame = Frame.of(event(number, Kind.TRANSITION, key, "p1"));
      log.add(frame);
      recent.add(frame);
    }
  }

  private List<Frame> logged(long number, int most) {
    return log.stream().skip(number).limit(most).toList();
  }

  private Subscriber subscriber(Viewer viewer, long after) {
    return subscriber(() -> Optional.of(viewer), after);
  }

  private Subscriber subscriber(Supplier<Optional<Viewer>> viewer, long after) {
    return new Subscriber(
        viewer, heard::add, recent, socket, after, Frame.begun(after, false), () -> now);
  }

  private static FeedEvent event(long number, Kind kind, String key, String participant) {
    return new FeedEvent(number, kind, key, participant, 5, "{\"n\":" + number + "}");
  }

  private static Viewer viewer(Role role, String person) {
    return new Viewer("x", Set.of(role), Set.of(person), Instant.MAX);
  }

  /** A socket that keeps what it takes. */
  private static final class Socket extends ServletOutputStream {
    private final ByteArrayOutputStream taken = new ByteArrayOutputStream();
    private boolean ready = true;

    String text() {
      return taken.toString(StandardCharsets.UTF_8);
    }

    /** The numbers of events, which those of this test also say. */
    List<Long> ids() {
      return text()
          .lines()
          .filter(line -> line.startsWith("data: {\"n\":"))
          .map(line -> Long.valueOf(line.replaceAll("[^0-9]", "")))
          .toList();
    }

    @Override
    public boolean isReady() {
      return ready;
    }

    @Override
    public void setWriteListener(WriteListener listener) {
      throw new UnsupportedOperationException("A test calls the reader itself");
    }

    @Override
    public void write(int one) {
      taken.write(one);
    }
  }
}
