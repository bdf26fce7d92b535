package io.vigil.cli;

import io.javalin.util.JavalinBindException;
import io.vigil.feed.Feed;
import io.vigil.feed.FeedSetUp;
import io.vigil.feed.access.LocalAccess;
import io.vigil.feed.access.LocalDoor;
import io.vigil.feed.access.LocalSessions;
import io.vigil.feed.api.CommandDoor;
import io.vigil.feed.api.HubDoor;
import io.vigil.feed.api.WindowScorer;
import io.vigil.feed.web.Directory;
import io.vigil.model.Model;
import io.vigil.sensor.DecoderSettings;
import io.vigil.settings.Settings;
import io.vigil.window.TimeSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** The caregivers' feed. */
@Command(
    name = "feed",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Serves the caregivers' page, API and stream beside a running job, by the settings of --config FILE.",
      "It listens on this machine alone; the address that it prints signs one browser in."
    })
final class FeedCommand implements Callable<Integer> {
  private static final int HIGHEST_PORT = 65_535;
  private static final Duration LOCAL_LOOK = Duration.ofMillis(100);
  private static final Duration REMOTE_LOOK = Duration.ofMillis(500);

  @Spec CommandSpec spec;
  @ParentCommand Vigil vigil;
  @Mixin ModelOption model;

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "8080",
      description = "Where to listen (default: 8080); 0 for a free port.")
  int port;

  @Option(
      names = "--log",
      paramLabel = "FILE",
      description =
          "What was told, so that a restart repeats and loses nothing (default: feed.db beside the"
              + " setting store.path).")
  Path log;

  @Option(names = "--json", description = "Print the address as a line of JSON.")
  boolean json;

  /** The address, for machines. */
  private record Address(String url) {}

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (port < 0 || port > HIGHEST_PORT) {
      throw new UsageException("--port is %d, expected 0 to %d".formatted(port, HIGHEST_PORT));
    }
    Settings settings = vigil.settings();
    Path file = log != null ? log : settings.store().path().resolveSibling("feed.db");
    Files.createDirectories(file.toAbsolutePath().getParent());
    LocalAccess access =
        new LocalAccess(LocalSessions.in(file.resolveSibling(file.getFileName() + ".sessions")));
    CountDownLatch stopped = new CountDownLatch(1);
    Feed feed = start(setUp(settings, file, access));
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  feed.close();
                  stopped.countDown();
                }));
    say("http://localhost:%d/#token=%s".formatted(feed.port(), access.token()), settings);
    stopped.await();
    return ExitCode.OK;
  }

  private FeedSetUp setUp(Settings settings, Path file, LocalAccess access) throws IOException {
    LiveEnds ends = new LiveEnds(settings);
    boolean local = settings.store().kind() == Settings.Store.Kind.SQLITE;
    return new FeedSetUp(
        "127.0.0.1",
        port,
        ends.stores(),
        file,
        local ? LOCAL_LOOK : REMOTE_LOOK,
        commands(settings),
        scorer(settings),
        Directory.IDS,
        access,
        List.of(new LocalDoor(access)));
  }

  private WindowScorer scorer(Settings settings) throws IOException {
    return new WindowScorer(
        Model.load(model.artifact(settings)),
        DecoderSettings.DEFAULT.withMaxAhead(settings.input().maxAhead()),
        Profiles.of(settings, settings.input().profile()),
        TimeSettings.of(settings.time().disorder(), settings.time().maxGap()),
        InstantSource.system());
  }

  /** The hub of commands, where the job reads one; otherwise the store. */
  private static CommandDoor commands(Settings settings) {
    String hub = settings.commands().hub();
    if (hub.isEmpty()) {
      return null;
    }
    HubAccess access = new SettingsHubAccess();
    return new HubDoor(
        () -> access.publishers().open(access.protocol(settings), access.address(settings, hub)));
  }

  private Feed start(FeedSetUp setUp) {
    try {
      return Feed.start(setUp);
    } catch (JavalinBindException e) {
      throw new CommandFailed(
          "Port %d cannot be listened on: it is taken, or may not be used; expected a free one by --port"
              .formatted(port),
          e);
    }
  }

  private void say(String address, Settings settings) {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(Json.line(new Address(address)));
    } else {
      out.printf("Vigil's feed reads %s. Open%n%n  %s%n%n", store(settings), address);
      out.println("in one browser of this machine; Ctrl-C stops it.");
    }
    out.flush();
  }

  private static String store(Settings settings) {
    return new LiveEnds(settings).storeName();
  }
}
