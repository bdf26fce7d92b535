package io.vigil.cli;

import io.vigil.publish.Waiting;
import io.vigil.settings.Settings;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The models of a job that starts. A registry that cannot be read is asked again for a while, with
 * a word each time; if it never answers, a job that may have models in a checkpoint starts with
 * those, because a job that does not start watches over nobody.
 *
 * @param model that is asked for
 * @param say what people are told
 */
record StartingModels(ModelOption model, Settings settings, Waiting waiting, Consumer<String> say) {
  static final Duration PATIENCE = Duration.ofSeconds(30);
  static final Duration EVERY = Duration.ofSeconds(5);

  /**
   * Finds them.
   *
   * @param mayBeRestored whether the job may go on from a checkpoint
   * @throws CommandFailed where the registry did not answer and nobody can know what is in force
   */
  FollowedModels find(boolean mayBeRestored) throws IOException {
    long began = waiting.nanoTime();
    for (int asked = 1; ; asked++) {
      try {
        return model.followed(settings);
      } catch (NoSuchFileException e) {
        // It answered, and has no such model.
        throw e;
      } catch (IOException e) {
        Duration left = PATIENCE.minusNanos(waiting.nanoTime() - began);
        if (left.compareTo(EVERY) < 0) {
          return unread(mayBeRestored, asked, e);
        }
        say.accept(
            "%s; it is asked again in %s, for %s more"
                .formatted(said(asked, e), Moments.span(EVERY), Moments.span(left)));
        if (waiting.pause(EVERY.toNanos())) {
          throw new CommandFailed("Stopped while the registry of models could not be read", e);
        }
      }
    }
  }

  private FollowedModels unread(boolean mayBeRestored, int asked, IOException why)
      throws IOException {
    Optional<FollowedModels> shipped = mayBeRestored ? model.unread(settings) : Optional.empty();
    if (shipped.isEmpty()) {
      throw new CommandFailed(
          "%s in %s. The job does not start, because it cannot know which model is in force; see that the registry can be read (`vigil doctor`) and start it again"
              .formatted(said(asked, why), Moments.span(PATIENCE)),
          why);
    }
    say.accept(
        "%s in %s. The job starts with the models of its checkpoint and hears of newer ones when the registry can be read; without a checkpoint its tasks ask again and again, and score nothing before"
            .formatted(said(asked, why), Moments.span(PATIENCE)));
    return shipped.get();
  }

  private String said(int asked, IOException why) {
    return "The registry of models %s cannot be read: %s; asked %s"
        .formatted(
            model.place(settings),
            why.getMessage() == null ? why.toString() : why.getMessage(),
            asked == 1 ? "once" : asked + " times");
  }
}
