package io.vigil.feed.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.feed.hook.DeliveryState;
import io.vigil.feed.hook.DeliveryStatus;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;

/** What the page says of one alert: who is called next, and whether the messages have arrived. */
class PageOfAnAlertTest {
  private static final Instant NOW = Instant.now();

  @TempDir Path folder;

  /** Seen red with: messages looked up when the alert is opened and never again. */
  @Test
  void whomItCallsAndHowFarMessagesHaveComeIsShownAndKeptUpToDate() throws Exception {
    try (Browser browser = Browser.start();
        Home home = new Home(folder)) {
      home.beat();
      browser.open(home.addressWithToken());
      String alert = home.fall("p1", NOW.minusSeconds(5));
      String card = "[data-alert='" + alert + "']";
      browser.until(
          "it says when a call goes to whom",
          any ->
              browser
                  .text(card + " .care")
                  .matches(
                      ".*(At [0-9:]+, in [0-9]+ s, a call goes out to caregiver"
                          + "|A call to caregiver is due now)\\..*"));

      home.deliveries(
          alert,
          status("pager <i>", DeliveryState.QUEUED, 3),
          status("family", DeliveryState.DEAD, 2),
          status("chat", DeliveryState.DROPPED, 0));
      browser.driver().findElement(By.cssSelector(card + " summary")).click();
      String list = card + " .deliveries";
      browser.untilSays(list, "pager <i>, raised: not delivered yet, tried 3 times, last at ");
      assertThat(browser.text(list))
          .contains("next try at ")
          .contains("family, raised: not delivered: given up at ")
          .contains("chat, raised: not sent, because nobody need come any more");
      assertThat(browser.all(card + " i")).isEmpty();
      browser.checkItFits();
      browser.keep("phone-messages");

      // Nothing of the alert itself changes: the page asks by itself.
      home.deliveries(alert, status("pager <i>", DeliveryState.DELIVERED, 4));
      browser.untilSays(list, "pager <i>, raised: delivered at ");
      browser.untilSays(list, "after 4 tries");
      assertThat(browser.text(list)).doesNotContain("family");
      assertThat(browser.complaints()).isEmpty();
    }
  }

  /**
   * Seen red with: an address that nothing answers at; a link that is followed before it is known.
   */
  @Test
  void theLinkOfAMessageOpensItsAlert() throws Exception {
    try (Browser browser = Browser.start();
        Home home = new Home(folder)) {
      home.beat();
      String alert = home.fall("p1", NOW.minusSeconds(5));
      String later = home.fall("p2", NOW.minusSeconds(4));
      browser.open(home.addressWithToken());
      browser.untilSays("[data-alert='" + later + "']", "p2: Fall");

      String link = home.address() + "alerts/";
      browser.open(link + URLEncoder.encode(later, StandardCharsets.UTF_8));
      browser.until("it is open", any -> !browser.all("details[open]").isEmpty());
      assertThat(browser.all("[data-alert='" + later + "'] details[open]")).hasSize(1);
      assertThat(browser.all("[data-alert='" + alert + "'] details[open]")).isEmpty();
      assertThat(browser.driver().switchTo().activeElement().getText()).isEqualTo("p2: Fall");
      assertThat(browser.text("#link-note")).isEmpty();

      browser.open(link + "gone");
      browser.untilSays("#link-note", "is dealt with, or it is not yours");
      assertThat(browser.complaints()).isEmpty();
    }
  }

  private static DeliveryStatus status(String hook, DeliveryState state, int attempts) {
    boolean waits = state == DeliveryState.QUEUED;
    return new DeliveryStatus(
        hook,
        "msg_1",
        "of p1",
        "alert.raised",
        0,
        state,
        NOW,
        attempts,
        attempts == 0 ? Optional.empty() : Optional.of(NOW),
        waits ? Optional.of(NOW.plusSeconds(60)) : Optional.empty(),
        waits ? Optional.empty() : Optional.of(NOW),
        "answered 503");
  }
}
