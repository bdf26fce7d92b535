package io.vigil.feed;

import io.vigil.feed.board.Boards;
import io.vigil.feed.log.ChangeTail;
import io.vigil.feed.log.ChangeTail.Followed;
import io.vigil.feed.log.FeedEvent.Kind;
import io.vigil.feed.log.Journal;
import io.vigil.feed.log.SameStore;
import io.vigil.feed.log.TailState;
import io.vigil.feed.log.TransitionEvents;
import io.vigil.feed.log.WholeDocumentEvents;
import io.vigil.store.Container;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/**
 * What of the store is followed: alerts closely, what people do and the job's heartbeat less so.
 */
final class Tails implements AutoCloseable {
  private static final Duration EVERY = Duration.ofSeconds(1);

  private final List<ChangeTail> tails;

  private Tails(List<ChangeTail> tails) {
    this.tails = tails;
  }

  static Tails start(
      FeedSetUp setUp, Boards boards, Journal journal, Forgetting forgetting, InstantSource clock) {
    List<Followed> followed =
        List.of(
            new Followed(
                Container.ALERTS,
                new TransitionEvents(),
                store -> {
                  // Before it is asked whether the store has what was told last.
                  forgetting.takeAll(store);
                  SameStore.check(journal.lastTransition(), store);
                  store.scan(Container.ALERTS, boards.alerts()::take);
                },
                boards.alerts()::take,
                setUp.store().alertsEvery()),
            new Followed(
                Container.ACTIVITIES,
                new WholeDocumentEvents(Kind.ACTIVITY),
                store -> boards.people().take(store.newest(Container.ACTIVITIES)),
                boards.people()::take,
                EVERY),
            new Followed(
                Container.ERASURES, document -> List.of(), store -> {}, forgetting::take, EVERY),
            new Followed(
                Container.HEARTBEATS,
                new WholeDocumentEvents(Kind.HEARTBEAT),
                store -> boards.pulse().take(store.newest(Container.HEARTBEATS)),
                boards.pulse()::take,
                EVERY));
    return new Tails(
        followed.stream()
            .map(one -> ChangeTail.start(one, setUp.store().open(), journal, clock))
            .toList());
  }

  List<TailState> states() {
    return tails.stream().map(ChangeTail::state).toList();
  }

  @Override
  public void close() {
    tails.forEach(ChangeTail::close);
  }
}
