package io.vigil.feed.hook;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.Await;
import io.vigil.alert.AlertType;
import io.vigil.alert.Phase;
import io.vigil.alert.Severity;
import io.vigil.feed.hook.Receiver.Behaviour;
import io.vigil.feed.hook.Receiver.Post;
import io.vigil.feed.log.FeedEvent;
import io.vigil.feed.log.FeedLog;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever receivers do and whenever the feed ends without warning: every message arrives, with one
 * id and one body however often, and those of an alert in their order.
 *
 * <p>Valid: raised, raised, escalated. Invalid: escalated, raised; or escalated alone.
 */
class HooksSurviveTest {
  private static final int PEOPLE = 15;
  private static final int LIVES = 6;
  private static final Duration PATIENCE = Duration.ofMillis(250);

  @TempDir Path folder;

  private final long seed = System.nanoTime();
  private final Random random = new Random(seed);
  private final Clock clock = new QuickClock(Story.BEGINNING);
  private final ExecutorService executor = Executors.newCachedThreadPool();
  private final List<FeedEvent> events = new ArrayList<>();

  /**
   * Seen red with: a message that is settled before it is sent, an id by chance, and messages of an
   * alert that pass one that waits.
   */
  @Test
  void everyMessageArrivesInOrderWhateverHappens() throws Exception {
    try (Receiver receiver = new Receiver(this::anyBehaviour);
        FeedLog log = FeedLog.open(folder.resolve("feed.db"))) {
      List<Hook> hooks = Stream.of("chat", "pager").map(name -> patient(name, receiver)).toList();
      List<FeedEvent> untold = interleaved();
      int each = untold.size() / (LIVES - 1);
      for (int life = 0; life < LIVES; life++) {
        boolean last = life == LIVES - 1;
        List<FeedEvent> some = last ? untold : untold.subList(0, each);
        log.append(List.copyOf(some), "alerts", Integer.toString(life));
        events.addAll(some);
        some.clear();
        live(log, hooks, receiver, last);
      }
      for (Hook hook : hooks) {
        check(hook, receiver);
      }
    } finally {
      executor.shutdownNow();
    }
  }

  /** One life of the feed; unless it is the last, it ends while messages are under way. */
  private void live(FeedLog log, List<Hook> hooks, Receiver receiver, boolean last) {
    try (HookLedger ledger = HookLedger.open(folder.resolve("hooks.db"))) {
      HookSender sender = new HttpSender(executor, PATIENCE, clock);
      HookDispatcher dispatcher =
          new HookDispatcher(
              new HookPlanner(log, ledger, hooks, new MessageWriting(Optional.empty()), clock),
              hooks.stream()
                  .map(
                      hook ->
                          new HookLane(
                              hook, ledger, sender, new RetryPlan(random), clock, HookWatch.NOBODY))
                  .toList(),
              ledger,
              clock,
              executor);
      int enough = receiver.posts().size() + 5 + random.nextInt(20);
      Await.until(
          "life of seed " + seed,
          Duration.ofMinutes(3),
          () -> {
            dispatcher.turn();
            return last ? allSettled(ledger, hooks) : receiver.posts().size() >= enough;
          });
      if (last) {
        dispatcher.close();
      }
    }
  }

  /** By a clock that runs so fast, a day is over before a slow machine is done. */
  private static Hook patient(String name, Receiver receiver) {
    return new Hook(
        name,
        receiver.address("/" + name),
        List.of(Hooks.SECRET),
        HookForm.STANDARD,
        Interest.EVERYBODY,
        Duration.ofDays(365),
        false);
  }

  private static boolean allSettled(HookLedger ledger, List<Hook> hooks) {
    return hooks.stream()
        .allMatch(hook -> ledger.query().counts(hook.name()).get(DeliveryState.QUEUED) == 0);
  }

  private void check(Hook hook, Receiver receiver) {
    List<Post> posts =
        receiver.posts().stream().filter(post -> post.path().equals("/" + hook.name())).toList();
    assertThat(posts).as("seed " + seed).allMatch(Post::signed);
    LinkedHashSet<Message> accepted = new LinkedHashSet<>();
    posts.stream()
        .filter(post -> post.did().accepts())
        .forEach(post -> accepted.add(new Message(post.id(), "", post.body())));
    for (int person = 0; person < PEOPLE; person++) {
      String id = "p" + person;
      List<Message> expected =
          events.stream()
              .filter(event -> event.participantId().equals(id))
              .map(event -> NewsReading.read(event).orElseThrow())
              .map(news -> new MessageWriting(Optional.empty()).of(hook, news))
              .map(message -> new Message(message.id(), "", message.body()))
              .toList();
      assertThat(accepted.stream().filter(expected::contains))
          .as("%s, %s, seed %d", hook, id, seed)
          .containsExactlyElementsOf(expected);
    }
    assertThat(accepted).as("seed " + seed).hasSize(events.size());
    assertThat(posts.size()).as("tried more than once, seed " + seed).isGreaterThan(events.size());
  }

  private List<FeedEvent> interleaved() {
    List<List<FeedEvent>> stories = new ArrayList<>();
    for (int person = 0; person < PEOPLE; person++) {
      stories.add(
          new ArrayList<>(
              Story.of("p" + person)
                  .fall(person, Severity.CRITICAL)
                  .pass(person + 31)
                  .pass(person + 95)
                  .pass(person + 280)
                  .incident(AlertType.FALL, Phase.RECOVERED, Severity.MINOR, person, person + 300)
                  .events()));
    }
    List<FeedEvent> all = new ArrayList<>();
    while (!stories.isEmpty()) {
      Collections.shuffle(stories, random);
      all.add(stories.get(0).remove(0));
      stories.removeIf(List::isEmpty);
    }
    return all;
  }

  private Behaviour anyBehaviour() {
    int chance;
    synchronized (random) {
      chance = random.nextInt(100);
    }
    if (chance < 12) {
      return Behaviour.FAIL;
    } else if (chance < 24) {
      return Behaviour.CUT;
    } else if (chance < 30) {
      return Behaviour.BUSY;
    } else if (chance < 40) {
      return Behaviour.ACCEPT_AND_CUT;
    } else if (chance < 43) {
      return Behaviour.ACCEPT_AND_STALL;
    }
    return Behaviour.ACCEPT;
  }
}
