package io.vigil.model;

import java.io.IOException;
import java.util.List;

/**
 * A registry that could not be read when the job was put together: what it holds is known to
 * checkpoints, or to nobody.
 */
public record UnreadRegistry(TakeoverReader registry) implements TakeoverReader {

  @Override
  public List<Takeover> after(long revision) throws IOException {
    return registry.after(revision);
  }

  @Override
  public boolean mustAnswerFirst() {
    return true;
  }
}
