package io.vigil.feed.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.deque.html.axecore.results.Results;
import com.deque.html.axecore.selenium.AxeBuilder;
import io.vigil.feed.kit.Feeds;
import io.vigil.learn.Label;
import io.vigil.learn.MadeUpReview;
import io.vigil.learn.Question;
import io.vigil.store.DocumentStore;
import io.vigil.store.LabelDocuments;
import io.vigil.store.LabelReading;
import io.vigil.store.ReviewDocuments;
import io.vigil.store.SqliteStore;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;

/** A reviewer at the page: by keys and by presses, on a phone and on a desk, for everybody. */
class ReviewPageTest {
  private static final List<String> RULES =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

  private static final int THUMB = 44;
  private static final long TEN = Instant.parse("2026-01-05T10:00:00Z").getEpochSecond();

  @TempDir Path folder;

  /**
   * Seen red with: keys that answer while they are switched off; on a loaded machine, with one that
   * is lost because the progress is still being fetched.
   */
  @Test
  void questionsAreAnsweredByKeysAndPressesAndTakenBack() throws Exception {
    try (Browser browser = Browser.start();
        Home home = new Home(folder);
        DocumentStore store = SqliteStore.open(Feeds.store(folder))) {
      browser.open(home.address() + "review");
      browser.untilSays("#none", "Nobody is signed in");
      assertThat(browser.complaints())
          .allMatch(line -> line.contains("401") || line.contains("404"));

      ask(store, "p-ann", TEN, 3, "Walking", 0.02);
      ask(store, "p-bert", TEN, 2, "Stairs", 0.1);
      ask(store, "p-carl", TEN, 1, "Standing", 0.3);
      home.job()
          .does(
              "p-ann",
              "Standing",
              Instant.ofEpochSecond(TEN - 500),
              Instant.ofEpochSecond(TEN - 2));
      home.job()
          .does(
              "p-ann", "Walking", Instant.ofEpochSecond(TEN - 2), Instant.ofEpochSecond(TEN + 300));
      differ(store, "p-dora");
      browser.open("about:blank");
      browser.open(home.addressWithToken().replace("/#", "/review#"));

      browser.untilSays("#item", "p-dora");
      browser.untilSays("#item", "Other reviewers differ about this");
      browser.untilSays("#contested", "You see how when you have answered");
      key(browser, "4");
      browser.untilSays("#answer", "Noted: Walking");
      assertThat(browser.text("#answer")).contains("ann says Walking, ben says Stairs");
      browser.untilSays("#item", "p-ann");
      browser.untilSays("#no-contested", "They agree");
      assertThat(browser.text("#item")).contains("Walking 51 %", "ground truth of 3 windows");
      assertThat(browser.text(".around figcaption")).contains("Standing", "Walking");
      assertThat(browser.all(".panels figure")).hasSize(3);
      check(browser, "review-question");

      browser.press(".top", "Keys are on");
      browser.untilSays("#keys", "Keys are off");
      key(browser, "5");
      browser.press("#item", "Stairs");
      browser.untilSays("#answer", "Noted: Stairs");
      browser.press(".top", "Keys are off");
      browser.untilSays("#item", "p-bert");
      key(browser, "s");
      browser.untilSays("#answer", "Noted: Not sure");
      browser.untilSays("#item", "p-carl");
      key(browser, "w");
      browser.untilSays("#answer", "Noted: Not worn");
      browser.untilSays("#none", "Nothing is waiting");
      check(browser, "review-done");
      assertThat(LabelReading.all(store).stream().filter(label -> label.reviewer().equals("local")))
          .extracting(Label::participantId, Label::activity)
          .containsExactly(
              tuple("p-ann", "Stairs"),
              tuple("p-bert", Label.NOT_SURE),
              tuple("p-carl", Label.NOT_WORN),
              tuple("p-dora", "Walking"));

      key(browser, "u");
      browser.untilSays("#answer", "Taken back");
      browser.untilSays("#item", "p-carl");
      assertThat(LabelReading.all(store)).extracting(Label::activity).contains(Label.TAKEN_BACK);
      browser.untilSays("#progress", "20 to 50 a day are enough");
      assertThat(browser.complaints()).isEmpty();
    }
  }

  private static void ask(
      DocumentStore store, String who, long at, int windows, String activity, double margin) {
    for (int i = 0; i < windows; i++) {
      Question window = MadeUpReview.window(who, at + i * 60L, activity, margin);
      store.upsert(List.of(ReviewDocuments.of(MadeUpReview.moving(window))));
    }
  }

  private static void differ(DocumentStore store, String who) {
    ask(store, who, TEN, 1, "Walking", 0.2);
    store.upsert(
        List.of(
            LabelDocuments.of(MadeUpReview.says("ann", who, TEN, TEN + 4, "Walking", TEN + 100)),
            LabelDocuments.of(MadeUpReview.says("ben", who, TEN, TEN + 4, "Stairs", TEN + 200))));
  }

  private static void key(Browser browser, String key) {
    new Actions(browser.driver()).sendKeys(key).perform();
  }

  private static void check(Browser browser, String state) throws Exception {
    check(browser, state, "light", 360);
    check(browser, state, "dark", 1024);
  }

  private static void check(Browser browser, String state, String scheme, int width)
      throws Exception {
    browser.look(width, scheme);
    browser.checkItFits();
    assertThat(browser.driver().findElements(By.cssSelector("button, a.onward")))
        .filteredOn(WebElement::isDisplayed)
        .allMatch(
            one -> one.getSize().getHeight() >= THUMB && one.getSize().getWidth() >= THUMB,
            "is large enough for a thumb");
    Results found = new AxeBuilder().withTags(RULES).analyze(browser.driver());
    assertThat(found.getViolations()).as("%s, %s, %d pixels", state, scheme, width).isEmpty();
    browser.keep("%s-%s-%d".formatted(state, scheme, width));
  }
}
