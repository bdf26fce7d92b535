package io.vigil.feed.hook;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.Await;
import io.vigil.alert.Severity;
import io.vigil.feed.hook.Receiver.Behaviour;
import io.vigil.feed.log.FeedLog;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The dispatcher as it runs, with receivers of flesh and blood. */
class HookDispatcherTest {
  private static final int ALERTS = 20;

  @TempDir Path folder;

  /** Seen red with: a lane that waits for its answers. */
  @Test
  void aReceiverThatDoesNotAnswerHoldsUpNoOther() throws Exception {
    try (Receiver slow = Receiver.always(Behaviour.ACCEPT_AND_STALL);
        Receiver quick = Receiver.always(Behaviour.ACCEPT);
        FeedLog log = FeedLog.open(folder.resolve("feed.db"));
        HookLedger ledger = HookLedger.open(folder.resolve("hooks.db"));
        HookDispatcher dispatcher =
            HookDispatcher.start(
                log,
                ledger,
                new HookSettings(
                    Optional.empty(), List.of(hook("a-slow", slow), hook("b-quick", quick))))) {
      for (int i = 0; i < ALERTS; i++) {
        log.append(Story.of("p" + i).fall(0, Severity.CRITICAL).events(), "alerts", "");
        dispatcher.wake();
      }
      Await.until(() -> slow.posts().size() > 0 && quick.posts().size() == ALERTS);
      assertThat(ledger.query().counts("a-slow")).containsEntry(DeliveryState.DELIVERED, 0);
      Await.until(() -> ledger.query().counts("b-quick").get(DeliveryState.DELIVERED) == ALERTS);
      slow.release();
    }
  }

  @Test
  void aTrialSaysWhetherItArrived() throws Exception {
    try (Receiver receiver = Receiver.always(Behaviour.ACCEPT)) {
      HookDispatcher.Trial trial = HookDispatcher.test(hook("chat", receiver));
      assertThat(trial).isEqualTo(new HookDispatcher.Trial(true, "answered 204"));
      assertThat(receiver.posts()).singleElement().matches(Receiver.Post::signed);
      assertThat(receiver.posts().get(0).body()).contains("vigil.test");
    }
  }

  /** Tells what happened long before this machine's clock. */
  private static Hook hook(String name, Receiver receiver) {
    URI target = receiver.address("/in");
    return new Hook(
        name,
        target,
        List.of(Hooks.SECRET),
        HookForm.STANDARD,
        Interest.EVERYBODY,
        Duration.ofDays(36_500),
        false);
  }
}
