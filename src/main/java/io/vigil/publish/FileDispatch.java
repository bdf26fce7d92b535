package io.vigil.publish;

import io.vigil.sensor.DeadLetter;
import io.vigil.sensor.Decoder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Sends historical files to a hub, as sensors would have sent them, and goes on where an earlier
 * run of the same order was ended.
 */
public final class FileDispatch {

  /**
   * How an order is sent.
   *
   * @param form of the messages
   * @param pace when each is sent
   * @param again whether to begin at the start even where an earlier run came further
   */
  public record Manner(MessageForm form, Pace pace, boolean again) {}

  /** Who is told what goes on. */
  public interface Listener {
    /** How many rows of the files are done. */
    void rows(long done);

    /** Something of the files that is not sent, with its reason. */
    void refused(DeadLetter letter);

    /** What an earlier run means for this one, or what is waited for, in a sentence. */
    void notice(String sentence);
  }

  private final PublisherFactory publishers;
  private final Path bookmarks;
  private final InstantSource clock;

  /**
   * @param bookmarks the folder where it is kept how far files are sent
   * @param clock against which timestamps are too far ahead
   */
  public FileDispatch(PublisherFactory publishers, Path bookmarks, InstantSource clock) {
    this.publishers = publishers;
    this.bookmarks = bookmarks;
    this.clock = clock;
  }

  /**
   * Sends until the end, or until it is told to stop.
   *
   * @throws PublishFailed if the hub did not take all; the next run goes on where that was
   * @throws IOException if a file has changed since it was sent in part, or a bookmark cannot be
   *     read or written
   */
  public Sent send(Order order, Manner manner, Waiting waiting, Listener listener)
      throws IOException {
    BookmarkFile file = new BookmarkFile(bookmarks.resolve("replay-" + order.name() + ".json"));
    Bookmark begin = manner.again ? unsent(order) : where(file, order);
    if (begin.complete()) {
      listener.notice(
          "all %,d messages of these files are in %s already (%s); --again sends them once more"
              .formatted(begin.messages(), order.hubName(), file.path()));
      return new Sent(0, 0, 0, begin.messages(), 0, 0, true);
    }
    if (begin.messages() > 0) {
      listener.notice(
          "%,d messages were sent before (%s); going on behind them"
              .formatted(begin.messages(), file.path()));
    }
    file.write(begin);
    try (Publisher publisher = publishers.open(order.protocol(), order.hub())) {
      return send(order, manner, waiting, listener, file, begin, publisher);
    }
  }

  private static Sent send(
      Order order,
      Manner manner,
      Waiting waiting,
      Listener listener,
      BookmarkFile file,
      Bookmark begin,
      Publisher publisher)
      throws IOException {
    InstantSource judged = InstantSource.fixed(Instant.parse(begin.judgedAt()));
    Consumer<DeadLetter> refused = listener::refused;
    ReadBack readBack = new ReadBack(new Decoder(order.settings(), judged));
    Packing packing = new Packing(manner.form, readBack, refused);
    try (Recording recording =
        new Recording(order.plan(), order.settings(), order.profiles(), judged, refused)) {
      return new Sending(publisher, file, packing, manner.pace, waiting)
          .send(recording, begin, listener);
    } catch (PublishFailed e) {
      long sure = file.read().map(Bookmark::messages).orElse(0L);
      throw new PublishFailed(
          "%s; %,d messages are surely in %s, the same command goes on behind them"
              .formatted(e.getMessage(), sure, order.hubName()),
          e);
    }
  }

  private Bookmark unsent(Order order) throws IOException {
    return new Bookmark(order.hubName(), clock.instant().toString(), order.files(), 0, false);
  }

  private Bookmark where(BookmarkFile file, Order order) throws IOException {
    Optional<Bookmark> found = file.read();
    if (found.isEmpty()) {
      return unsent(order);
    }
    String change = found.get().changeTo(order.files());
    if (!change.isEmpty()) {
      throw new IOException(
          change + "; nothing was sent, --again sends all of these files from their start");
    }
    return found.get();
  }
}
