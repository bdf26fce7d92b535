package io.vigil.feed.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the stream tells while a list is on its way to the page is newer than the list. */
class PageMeanwhileTest {
  private static final Instant NOW = Instant.now();

  /** Lists of alerts are asked for at once, and arrive when they are let go. */
  private static final String HOLD =
      """
      const ask = window.fetch;
      const gate = new Promise((open) => (window.letGo = open));
      window.fetch = async (path, request) => {
        const answer = await ask(path, request);
        if (!String(path).startsWith("/v1/alerts?")) {
          return answer;
        }
        const body = await answer.text();
        window.held = (window.held ?? 0) + 1;
        await gate;
        window.arrived = (window.arrived ?? 0) + 1;
        return new Response(body, { status: answer.status });
      };
      """;

  @TempDir Path folder;

  /** Seen red with: whatever is not in the list taken away; an older list that brings back. */
  @Test
  void anOlderListTakesNothingAwayAndBringsNothingBack() throws Exception {
    try (Browser browser = Browser.start();
        Home home = new Home(folder)) {
      home.beat();
      String dealtWith = home.fall("p1", NOW.minusSeconds(9));
      browser.open(home.addressWithToken());
      browser.untilSays("[data-alert='" + dealtWith + "']", "Fall");

      browser
          .driver()
          .executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", Map.of("source", HOLD));
      browser.open("about:blank");
      browser.open(home.address());
      browser.until("both lists are held", any -> count(browser, "held") == 2);
      String fresh = home.fall("p2", NOW);
      home.job().say("p1", dealtWith, "resolve", 1);
      browser.untilSays("#told", "Over");
      browser.driver().executeScript("letGo()");
      browser.until("the lists are there", any -> count(browser, "arrived") == 2);
      browser.untilSays("#people", "p2");
      assertThat(browser.all("[data-alert='" + fresh + "']")).hasSize(1);
      assertThat(browser.all("[data-alert='" + dealtWith + "']")).isEmpty();
    }
  }

  private static long count(Browser browser, String what) {
    String script = "return window." + what + " ?? 0";
    return ((Number) browser.driver().executeScript(script)).longValue();
  }
}
