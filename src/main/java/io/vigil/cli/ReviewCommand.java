package io.vigil.cli;

import io.vigil.learn.Label;
import io.vigil.learn.RefusedAnswer;
import io.vigil.learn.ReviewAnswer;
import io.vigil.learn.ReviewProgress;
import io.vigil.learn.ReviewSettings;
import io.vigil.settings.Settings;
import io.vigil.store.DocumentStore;
import io.vigil.store.ReviewShelf;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** What the model is unsure of, and what people say of it. */
@Command(
    name = "review",
    mixinStandardHelpOptions = true,
    description = {
      "Asks what people were doing where the model is unsure; the answers are what it learns from.",
      "Without a command it asks one question after the other. Participants are shown by the names that the store has."
    })
final class ReviewCommand implements Callable<Integer> {
  @Spec CommandSpec spec;
  @ParentCommand Vigil vigil;
  @Mixin ReviewerOption who;

  @Option(names = "--json", scope = ScopeType.INHERIT, description = "Print as JSON.")
  boolean json;

  @Override
  public Integer call() throws IOException {
    if (json) {
      throw new UsageException("--json is given without a command, expected `review list --json`");
    }
    Settings settings = vigil.settings();
    try (DocumentStore store = KeptStore.open(settings)) {
      BufferedReader in =
          new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()));
      new ReviewTalk(store, shelf(settings), who.reviewer(), in, spec.commandLine().getOut()).run();
    }
    return ExitCode.OK;
  }

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "Lists what you are asked, the most useful first.")
  int list(
      @Option(
              names = "--limit",
              paramLabel = "N",
              defaultValue = "20",
              description = "So many at most (default: ${DEFAULT-VALUE}).")
          int limit,
      @Mixin ReviewerOption reviewer) {
    if (limit < 1) {
      throw new UsageException("--limit is %d, expected 1 or more".formatted(limit));
    }
    Settings settings = vigil.settings();
    try (DocumentStore store = KeptStore.open(settings)) {
      ReviewLists.Queue queue =
          ReviewLists.queue(store, shelf(settings), reviewer.reviewer(), limit);
      print(json ? List.of(Json.line(queue)) : ReviewText.lines(queue));
    }
    return ExitCode.OK;
  }

  @Command(
      name = "answer",
      mixinStandardHelpOptions = true,
      description = {
        "Answers one question, as `review list --json` has it.",
        "Your newest answer holds; `taken-back` takes it back."
      })
  int answer(
      @Parameters(paramLabel = "PARTICIPANT", description = "Whose time it is.") String participant,
      @Parameters(paramLabel = "START", description = "Its start, ISO-8601 in UTC.") Instant start,
      @Parameters(paramLabel = "END", description = "Its end, ISO-8601 in UTC.") Instant end,
      @Parameters(
              paramLabel = "ACTIVITY",
              description = "One of the activities, not-sure, not-worn or taken-back.")
          String activity,
      @Mixin ReviewerOption reviewer) {
    Settings settings = vigil.settings();
    if (participant.isEmpty() || activity.isEmpty() || !end.isAfter(start)) {
      throw new UsageException(
          "PARTICIPANT or ACTIVITY is empty, or END is not after START; expected a question as `review list` has it");
    }
    Label given =
        new Label(
            participant,
            Moments.micros(start),
            Moments.micros(end),
            ReviewText.answer(activity),
            reviewer.reviewer(),
            Moments.micros(Instant.now()));
    try (DocumentStore store = KeptStore.open(settings)) {
      ReviewAnswer answer = shelf(settings).answer(store, given);
      print(json ? List.of(Json.line(ReviewLists.told(answer))) : ReviewText.lines(answer));
    } catch (RefusedAnswer e) {
      throw switch (e.why()) {
        case NOT_ASKED -> new CommandFailed(e.getMessage() + " by `review list`", e);
        case UNKNOWN_ACTIVITY -> new UsageException("ACTIVITY: " + e.getMessage());
      };
    }
    return ExitCode.OK;
  }

  @Command(
      name = "disagreements",
      mixinStandardHelpOptions = true,
      description =
          "Lists what reviewers differ about. What others say is shown where you have answered.")
  int disagreements(@Mixin ReviewerOption reviewer) {
    Settings settings = vigil.settings();
    try (DocumentStore store = KeptStore.open(settings)) {
      List<ReviewLists.Contested> contested =
          ReviewLists.contested(store, shelf(settings), reviewer.reviewer());
      print(json ? List.of(Json.line(contested)) : ReviewText.lines(contested));
    }
    return ExitCode.OK;
  }

  @Command(
      name = "progress",
      mixinStandardHelpOptions = true,
      description = "Shows how many windows are settled, and how far reviewers agree.")
  int progress() {
    Settings settings = vigil.settings();
    long dayBegan = Moments.micros(Instant.now().truncatedTo(ChronoUnit.DAYS));
    try (DocumentStore store = KeptStore.open(settings)) {
      ReviewProgress progress = shelf(settings).ask(store, book -> book.progress(dayBegan));
      print(json ? List.of(Json.line(ReviewLists.told(progress))) : ReviewText.lines(progress));
    }
    return ExitCode.OK;
  }

  private static ReviewShelf shelf(Settings settings) {
    return new ReviewShelf(ReviewSettings.DEFAULT.secondLooksAt(settings.feed().secondReviewer()));
  }

  private void print(List<String> lines) {
    lines.forEach(line -> spec.commandLine().getOut().println(line));
  }
}
