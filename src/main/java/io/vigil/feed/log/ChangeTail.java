package io.vigil.feed.log;

import io.vigil.store.Container;
import io.vigil.store.Document;
import io.vigil.store.DocumentStore;
import io.vigil.store.DocumentStore.Changes;
import io.vigil.store.StoreException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the changes of one container on a thread of its own, and logs what they tell. What cannot
 * be read is asked for again; nothing ends it but {@link #close}.
 */
public final class ChangeTail implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ChangeTail.class);
  private static final int PAGE = 200;
  private static final Duration AFTER_A_FAULT = Duration.ofSeconds(1);
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /**
   * What is followed.
   *
   * @param container whose changes
   * @param events what they tell
   * @param first asked before the first change is read: what the store holds already
   * @param seen hears of the documents before what they tell is logged; again after a fault
   * @param every how often it is looked
   */
  public record Followed(
      Container container,
      Events events,
      Consumer<DocumentStore> first,
      Consumer<List<Document>> seen,
      Duration every) {}

  private final Followed followed;
  private final Supplier<DocumentStore> stores;
  private final Journal journal;
  private final InstantSource clock;
  private final CountDownLatch stop = new CountDownLatch(1);
  private final Thread thread;
  private volatile TailState state;
  private DocumentStore store;
  private boolean begun;

  private ChangeTail(
      Followed followed, Supplier<DocumentStore> stores, Journal journal, InstantSource clock) {
    this.followed = followed;
    this.stores = stores;
    this.journal = journal;
    this.clock = clock;
    this.state = new TailState(title(), null, "");
    this.thread = new Thread(this::run, "feed-tail-" + title());
    thread.setDaemon(true);
  }

  /** Begins to follow, where the journal says that it was left. */
  public static ChangeTail start(
      Followed followed, Supplier<DocumentStore> stores, Journal journal, InstantSource clock) {
    ChangeTail tail = new ChangeTail(followed, stores, journal, clock);
    tail.thread.start();
    return tail;
  }

  /** How it goes. */
  public TailState state() {
    return state;
  }

  private void run() {
    try {
      while (stop.getCount() > 0) {
        Duration pause = look();
        if (stop.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
          break;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      letGo();
    }
  }

  /** Reads what is there, and answers when to look again. */
  private Duration look() {
    try {
      if (store == null) {
        store = stores.get();
      }
      if (!begun) {
        followed.first().accept(store);
        begun = true;
      }
      while (page()) {
        if (stop.getCount() == 0) {
          return Duration.ZERO;
        }
      }
      state = new TailState(title(), clock.instant(), "");
      return followed.every();
    } catch (RuntimeException e) {
      if (state.sound()) {
        LOG.warn("The feed cannot follow {}: {}; asked again until it can", title(), e.toString());
      }
      state = new TailState(title(), state.lastRead(), String.valueOf(e.getMessage()));
      letGo();
      return AFTER_A_FAULT;
    }
  }

  /** Whether there is more. */
  private boolean page() {
    String from = journal.continuation(title());
    Changes page = store.changes(followed.container(), from, PAGE);
    if (!page.documents().isEmpty()) {
      followed.seen().accept(page.documents());
    }
    if (!page.continuation().equals(from)) {
      journal.append(events(page.documents()), title(), page.continuation());
    }
    return page.more();
  }

  /** One document that makes no sense must not keep the others from being told. */
  private List<FeedEvent> events(List<Document> documents) {
    List<FeedEvent> events = new ArrayList<>();
    for (Document document : documents) {
      try {
        events.addAll(followed.events().of(document));
      } catch (IllegalArgumentException e) {
        LOG.warn("{}; it is passed over", e.getMessage());
      }
    }
    return events;
  }

  private String title() {
    return followed.container().title();
  }

  private void letGo() {
    if (store != null) {
      try {
        store.close();
      } catch (StoreException e) {
        LOG.debug("A store that is left", e);
      }
      store = null;
    }
  }

  @Override
  public void close() {
    stop.countDown();
    try {
      thread.join(PATIENCE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
