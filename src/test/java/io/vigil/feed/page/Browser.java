package io.vigil.feed.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.logging.Level;
import org.openqa.selenium.By;
import org.openqa.selenium.ElementClickInterceptedException;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A real browser of this machine, as wide as a phone, that looks at the page. */
final class Browser implements AutoCloseable {
  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
  private static final Duration LONGEST = Duration.ofSeconds(60);

  private final ChromeDriver driver;

  private Browser(ChromeDriver driver) {
    this.driver = driver;
  }

  /** Starts one; skips the test with a word where there is none. Nothing is ever downloaded. */
  static Browser start() {
    assumeTrue(
        Files.isExecutable(CHROMIUM) && Files.isExecutable(DRIVER),
        "No %s and %s on this machine: install chromium and chromium-driver to look at the page"
            .formatted(CHROMIUM, DRIVER));
    System.setProperty("SE_OFFLINE", "true");
    ChromeOptions options = new ChromeOptions();
    options.setBinary(CHROMIUM.toFile());
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-dev-shm-usage",
        "--disable-gpu",
        "--no-proxy-server",
        "--disable-background-networking",
        "--lang=en-GB",
        "--window-size=1024,900");
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    options.setCapability("goog:loggingPrefs", logs);
    File nowhere = new File("/dev/null");
    Browser browser =
        new Browser(
            new ChromeDriver(
                new ChromeDriverService.Builder()
                    .usingDriverExecutable(DRIVER.toFile())
                    .usingAnyFreePort()
                    .withLogFile(nowhere)
                    .build(),
                options));
    browser.look(360, "light");
    return browser;
  }

  ChromeDriver driver() {
    return driver;
  }

  void open(String address) {
    driver.get(address);
  }

  /**
   * How it is looked at.
   *
   * @param width of the screen, pixels
   * @param scheme light or dark
   */
  void look(int width, String scheme) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", 780, "deviceScaleFactor", 1, "mobile", width < 600));
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
  }

  /** Waits until something is so; what changes while it is looked at is looked at again. */
  <T> T until(String what, Function<ChromeDriver, T> so) {
    return new WebDriverWait(driver, LONGEST, Duration.ofMillis(100))
        .ignoring(StaleElementReferenceException.class)
        .ignoring(ElementClickInterceptedException.class)
        .withMessage(what)
        .until(ignored -> so.apply(driver));
  }

  /** The text of what a selector finds first; the empty string where there is nothing. */
  String text(String selector) {
    return all(selector).stream().findFirst().map(WebElement::getText).orElse("");
  }

  List<WebElement> all(String selector) {
    return driver.findElements(By.cssSelector(selector));
  }

  /** Waits until a text is there. */
  void untilSays(String selector, String words) {
    until(
        "%s says '%s'; it said '%s' at first".formatted(selector, words, text(selector)),
        any -> text(selector).contains(words));
  }

  /** Waits until nothing is said. */
  void untilSaysNothing(String selector) {
    until(selector + " says nothing", any -> text(selector).isEmpty());
  }

  /** Presses a button that is called so, in what a selector finds. */
  void press(String selector, String name) {
    until("%s has a button '%s'".formatted(selector, name), any -> tryPress(selector, name));
  }

  /** Presses it if it is there, and says whether it was. */
  boolean tryPress(String selector, String name) {
    return all(selector + " button").stream()
        .filter(button -> button.isDisplayed() && button.getText().equals(name))
        .findFirst()
        .map(
            button -> {
              // As a thumb would: away from under what sticks to the top.
              driver.executeScript("arguments[0].scrollIntoView({block: 'center'})", button);
              button.click();
              return true;
            })
        .orElse(false);
  }

  /** Keeps how the whole page looks. */
  void keep(String name) throws IOException {
    driver.executeScript("scrollTo(0, 0)");
    long height =
        ((Number) driver.executeScript("return document.documentElement.scrollHeight")).longValue();
    Map<String, Object> shot =
        driver.executeCdpCommand(
            "Page.captureScreenshot",
            Map.of(
                "captureBeyondViewport",
                true,
                "clip",
                Map.of(
                    "x", 0, "y", 0, "width", width(), "height", Math.max(1, height), "scale", 1)));
    Path folder = Path.of(System.getProperty("vigil.home", "."), "target", "screenshots");
    Files.createDirectories(folder);
    Files.write(
        folder.resolve(name + ".png"),
        OutputType.BYTES.convertFromBase64Png((String) shot.get("data")));
  }

  private long width() {
    return ((Number) driver.executeScript("return innerWidth")).longValue();
  }

  /** Nothing is wider than the screen, and the page broke no rule of its own. */
  void checkItFits() {
    assertThat(
            driver.executeScript(
                "const e = document.documentElement; return e.scrollWidth - e.clientWidth"))
        .as("pixels that the page is wider than the screen")
        .isEqualTo(0L);
  }

  /** What it complained about: scripts that failed, what the page's policy refused. */
  List<String> complaints() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .filter(entry -> entry.getLevel().intValue() >= Level.SEVERE.intValue())
        .map(entry -> entry.getMessage())
        .toList();
  }

  @Override
  public void close() {
    driver.quit();
  }
}
