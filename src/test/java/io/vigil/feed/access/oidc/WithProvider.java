package io.vigil.feed.access.oidc;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/**
 * A provider, a feed that people sign in to by it, and a browser of nobody yet; anew for each test.
 */
abstract class WithProvider {
  @TempDir Path folder;
  TestProvider provider;
  TestFeed feed;
  Browser browser;

  @BeforeEach
  void start() throws IOException {
    provider = new TestProvider();
    feed = new TestFeed(provider.settings(), folder);
    browser = new Browser(feed);
  }

  @AfterEach
  void stop() {
    feed.close();
    provider.close();
  }
}
