package io.vigil.feed.page;

import io.vigil.feed.kit.Delays;
import io.vigil.feed.kit.RandomFalls;
import io.vigil.feed.kit.Waiting;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How long an alert takes from the job to a card on the page, by the page's own clock, which is the
 * machine's. With {@code -Dvigil.feed.alerts=500} the 99th percentile is held to what is promised.
 */
class PageDelayTest {
  /** Notes when each card stood first. */
  private static final String WATCH =
      """
      window.stood = {};
      const list = document.getElementById("alerts");
      new MutationObserver(() => {
        const now = Date.now();
        for (const card of list.children) {
          window.stood[card.dataset.alert] ??= now;
        }
      }).observe(list, { childList: true });
      """;

  @TempDir Path folder;

  /** Seen red with: a page that leaves out the alerts of some seconds. */
  @Test
  void fromTheEmbeddedStore() throws Exception {
    try (Browser ann = Browser.start();
        Home home = new Home(folder)) {
      for (int i = 0; i < 2 * RandomFalls.OPEN; i++) {
        home.day(RandomFalls.participant(i));
      }
      home.beat();
      ann.open(home.addressWithToken());
      ann.untilSays("#live", "Live");
      ann.driver().executeScript(WATCH);
      try (RandomFalls falls = new RandomFalls(home.job(), Delays.ALERTS)) {
        Waiting.until("all fell", falls.longest(), () -> !falls.written().isEmpty());
        Map<String, Instant> written = falls.written();
        ann.until("all stood on the page", driver -> stood(ann).size() >= written.size());
        Delays.of("embedded store to page", written, stood(ann)).print(Duration.ofMillis(500));
      }
    }
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Instant> stood(Browser browser) {
    Map<String, Number> stood =
        (Map<String, Number>) browser.driver().executeScript("return window.stood");
    return stood.entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey, one -> Instant.ofEpochMilli(one.getValue().longValue())));
  }
}
