package io.vigil.feed.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.results.Results;
import com.deque.html.axecore.selenium.AxeBuilder;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** The page can be used by everybody: WCAG 2.2 AA as far as a machine can tell. */
class PageForEverybodyTest {
  private static final List<String> RULES =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

  private static final int THUMB = 44;

  @TempDir Path folder;

  /** Seen red with: a soft grey of too little contrast; buttons of 18 pixels. */
  @Test
  void nothingStandsInTheWayOfAnybody() throws Exception {
    try (Browser browser = Browser.start();
        Home home = new Home(folder)) {
      browser.open(home.addressWithToken());
      browser.untilSays("#banner", "Monitoring is not working");
      browser.untilSays(".blind", "not known");
      assertThat(browser.text("main")).doesNotContain("Nobody needs help");
      check(browser, "not-working");

      home.beat();
      browser.untilSaysNothing("#banner");
      browser.untilSays("#no-alerts", "Nobody needs help");
      check(browser, "calm");

      home.day("p1");
      home.day("p2");
      String fall = home.fall("p1", Instant.now().minusSeconds(20));
      home.job().silence("p2", Instant.now().minusSeconds(900));
      String card = "[data-alert='" + fall + "']";
      browser.untilSays(card, "An impact");
      browser.untilSays("#technical", "Sensor is silent");
      browser.until("there are two bands", any -> browser.all(".band").size() == 2);
      browser.driver().findElement(By.cssSelector(card + " summary")).click();
      browser.until("the plot is there", any -> !browser.all(".trace").isEmpty());
      check(browser, "alerts");
      assertThat(browser.complaints()).isEmpty();
    }
  }

  private static void check(Browser browser, String state) throws Exception {
    for (String scheme : List.of("light", "dark")) {
      for (int width : List.of(360, 1024)) {
        browser.look(width, scheme);
        browser.checkItFits();
        assertThat(browser.all("button, input, summary"))
            .filteredOn(WebElement::isDisplayed)
            .allMatch(
                one -> one.getSize().getHeight() >= THUMB && one.getSize().getWidth() >= THUMB,
                "is large enough for a thumb");
        Results found = new AxeBuilder().withTags(RULES).analyze(browser.driver());
        assertThat(found.getViolations()).as("%s, %s, %d pixels", state, scheme, width).isEmpty();
        browser.keep("%s-%s-%d".formatted(state, scheme, width));
      }
    }
  }
}
