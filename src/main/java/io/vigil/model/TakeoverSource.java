package io.vigil.model;

import io.vigil.source.polled.Pages;
import io.vigil.source.polled.PolledSource;
import io.vigil.source.polled.PolledSplit;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/**
 * Watches a registry for promotions. The last revision it handed on is in checkpoints; a registry
 * that vanishes is asked again, and the models in force go on meanwhile.
 */
public final class TakeoverSource {

  /**
   * A source that never ends, of all promotions from the first one on.
   *
   * @param every how often the registry is asked
   */
  public static PolledSource<Takeover> of(TakeoverReader registry, Duration every) {
    return PolledSource.of(
        "The registry of models",
        () -> position -> page(registry, position),
        Takeover.class,
        every);
  }

  private static Pages.Page<Takeover> page(TakeoverReader registry, PolledSplit position)
      throws IOException {
    String at = position.continuation();
    List<Takeover> news = registry.after(at.isEmpty() ? 0 : Long.parseLong(at));
    String next = news.isEmpty() ? at : Long.toString(news.get(news.size() - 1).revision());
    return new Pages.Page<>(news, next, false);
  }

  private TakeoverSource() {}
}
