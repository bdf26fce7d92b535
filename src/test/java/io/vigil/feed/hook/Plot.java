package io.vigil.feed.hook;

import io.vigil.feed.log.FeedEvent;
import io.vigil.feed.log.FeedLog;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;

/** A log, a ledger and hooks whose receivers are played by the test, one turn at a time. */
final class Plot implements AutoCloseable {
  private static final int MOST_TURNS = 100;

  final SetClock clock = new SetClock(Story.BEGINNING);
  final FeedLog log;
  final HookLedger ledger;
  final List<String> sent = new ArrayList<>();
  final Map<String, CompletableFuture<Reply>> unanswered = new HashMap<>();
  private final List<HookLane> lanes = new ArrayList<>();
  private final HookPlanner planner;
  private HookSender receiver = (hook, message) -> answer(Reply.of(200, Optional.empty()));

  Plot(Path folder, Hook... hooks) {
    log = FeedLog.open(folder.resolve("feed.db"));
    ledger = HookLedger.open(folder.resolve("hooks.db"));
    planner =
        new HookPlanner(log, ledger, List.of(hooks), new MessageWriting(Optional.empty()), clock);
    for (Hook hook : hooks) {
      lanes.add(
          new HookLane(
              hook, ledger, this::send, new RetryPlan(new Random(1)), clock, HookWatch.NOBODY));
    }
  }

  /** What every receiver answers from now on. */
  Plot answering(int status) {
    receiver = (hook, message) -> answer(Reply.of(status, Optional.empty()));
    return this;
  }

  Plot answering(Reply reply) {
    receiver = (hook, message) -> answer(reply);
    return this;
  }

  /** From now on a receiver answers only when the test completes what is {@link #unanswered}. */
  Plot notAnswering() {
    receiver =
        (hook, message) ->
            unanswered.computeIfAbsent(message.id(), id -> new CompletableFuture<>());
    return this;
  }

  Plot tell(List<FeedEvent> events) {
    log.append(events, "alerts", "");
    return this;
  }

  Plot turn() {
    planner.turn();
    lanes.forEach(lane -> lane.turn(() -> {}));
    return this;
  }

  /** Turns until nothing is due any more. */
  Plot run() {
    for (int turns = 0; turns < MOST_TURNS; turns++) {
      int before = sent.size();
      turn();
      if (sent.size() == before) {
        return this;
      }
    }
    throw new AssertionError("After " + MOST_TURNS + " turns something is still due: " + sent);
  }

  List<DeliveryStatus> statuses(Story story) {
    return ledger.query().ofAlert(story.written.get(0).id());
  }

  private CompletableFuture<Reply> send(Hook hook, Message message) {
    sent.add(hook.name() + " " + message.type().replace("alert.", ""));
    return receiver.send(hook, message);
  }

  private static CompletableFuture<Reply> answer(Reply reply) {
    return CompletableFuture.completedFuture(reply);
  }

  @Override
  public void close() {
    log.close();
    ledger.close();
  }
}
