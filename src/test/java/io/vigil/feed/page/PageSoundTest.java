package io.vigil.feed.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Browsers let no page play anything that nobody has pressed on. */
class PageSoundTest {
  @TempDir Path folder;

  /** Seen red with: a switch that is forgotten; one that says it is on before it plays. */
  @Test
  void whoWantedSoundIsToldThatItIsBlockedUntilTheyPress() throws Exception {
    try (Browser browser = Browser.start();
        Home home = new Home(folder)) {
      home.beat();
      browser.open(home.addressWithToken());
      browser.untilSays("#live", "Live");
      browser.untilSays("#sound", "Sound is off");
      assertThat(browser.text("#sound-note")).isEmpty();
      browser.press(".top", "Sound is off");
      browser.untilSays("#sound", "Sound is on");
      assertThat(browser.text("#sound-note")).isEmpty();

      browser.open("about:blank");
      browser.open(home.address());
      browser.untilSays("#live", "Live");
      browser.untilSays("#sound-note", "Sound is off until you press");
      assertThat(browser.text("#sound")).isEqualTo("Sound is off");
      browser.checkItFits();
      browser.keep("phone-sound-blocked");
      browser.press("#people-title ~ .row", "Day before");
      browser.untilSays("#sound", "Sound is on");
      browser.untilSaysNothing("#sound-note");

      browser.press(".top", "Sound is on");
      browser.untilSays("#sound", "Sound is off");
      browser.open(home.address());
      browser.untilSays("#live", "Live");
      assertThat(browser.text("#sound-note")).isEmpty();
    }
  }
}
