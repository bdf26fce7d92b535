package io.vigil.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.javalin.util.JavalinBindException;
import io.vigil.feed.Feed;
import io.vigil.feed.FeedSetUp;
import io.vigil.feed.FeedStore;
import io.vigil.feed.FrontDoor;
import io.vigil.feed.access.LocalAccess;
import io.vigil.feed.access.LocalDoor;
import io.vigil.feed.access.LocalSessions;
import io.vigil.feed.api.CommandDoor;
import io.vigil.feed.api.HubDoor;
import io.vigil.feed.api.WindowScorer;
import io.vigil.feed.hook.HookDispatcher;
import io.vigil.feed.hook.HookLedger;
import io.vigil.feed.hook.HookSettings;
import io.vigil.feed.metric.FeedMetrics;
import io.vigil.feed.metric.HookMetrics;
import io.vigil.feed.metric.MetricsEndpoint;
import io.vigil.feed.metric.RequestMetrics;
import io.vigil.learn.ReviewSettings;
import io.vigil.model.Model;
import io.vigil.model.ModelArtifact;
import io.vigil.sensor.DecoderSettings;
import io.vigil.settings.Settings;
import io.vigil.window.TimeSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.BindException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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
      "Without feed.oidc it listens on this machine alone, and the address that it prints signs one browser"
          + " in. Alerts are pushed to the hooks of --hooks."
    })
final class FeedCommand implements Callable<Integer> {
  private static final Logger LOG = LoggerFactory.getLogger(FeedCommand.class);
  private static final InstantSource CLOCK = InstantSource.system();
  static final int HIGHEST_PORT = 65_535;

  private final Deque<AutoCloseable> open = new ArrayDeque<>();

  @Spec CommandSpec spec;
  @ParentCommand Vigil vigil;
  @Mixin ModelOption model;

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "Where to listen; 0 for a free port (default: the setting feed.port).")
  Integer port;

  @Option(
      names = "--log",
      paramLabel = "FILE",
      description =
          "What was told, so that a restart repeats and loses nothing (default: feed.db beside the"
              + " setting store.path).")
  Path log;

  @Mixin HookFiles hooks;

  @Option(names = "--json", description = "Print the address as a line of JSON.")
  boolean json;

  /** The address, for machines. */
  private record Address(String url, @JsonInclude(Include.NON_NULL) String metrics) {}

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (port != null && (port < 0 || port > HIGHEST_PORT)) {
      throw new UsageException("--port is %d, expected 0 to %d".formatted(port, HIGHEST_PORT));
    }
    Settings settings = vigil.settings();
    Optional<HookSettings> pushed = hooks.ifAny(vigil);
    Path file = log != null ? log : settings.store().path().resolveSibling("feed.db");
    Files.createDirectories(file.toAbsolutePath().getParent());
    LocalAccess access =
        new LocalAccess(LocalSessions.in(file.resolveSibling(file.getFileName() + ".sessions")));
    CountDownLatch stopped = new CountDownLatch(1);
    try {
      FrontDoor door = opened(door(settings, access));
      FeedMetrics metrics = new FeedMetrics();
      door.measured(metrics);
      HookLedger ledger = pushed.isPresent() ? opened(HookLedger.openToTell(hooks.ledger)) : null;
      FeedSetUp setUp = setUp(settings, file, door, metrics);
      Feed feed =
          opened(
              start(
                  ledger == null ? setUp : setUp.withDeliveries(ledger.query()::ofAlert),
                  settings));
      if (pushed.isPresent()) {
        HookMetrics watch = new HookMetrics(metrics, pushed.get().hooks(), ledger.query());
        opened(HookDispatcher.start(feed.log(), ledger, pushed.get(), watch));
      }
      feed.measured(metrics);
      MetricsEndpoint endpoint = endpoint(metrics, settings);
      Runtime.getRuntime()
          .addShutdownHook(
              new Thread(
                  () -> {
                    close();
                    stopped.countDown();
                  }));
      say(
          new Address(address(settings, feed, access), endpoint == null ? null : url(endpoint)),
          settings);
      stopped.await();
      return ExitCode.OK;
    } finally {
      close();
    }
  }

  private <T extends AutoCloseable> T opened(T part) {
    open.push(part);
    return part;
  }

  private synchronized void close() {
    while (!open.isEmpty()) {
      try {
        open.pop().close();
      } catch (Exception e) {
        LOG.warn("A part of the feed could not be closed", e);
      }
    }
  }

  /** Where Prometheus asks, if anywhere. */
  private MetricsEndpoint endpoint(FeedMetrics metrics, Settings settings) throws IOException {
    if (settings.feed().metricsPort().isEmpty()) {
      return null;
    }
    int wanted = settings.feed().metricsPort().get();
    try {
      return opened(MetricsEndpoint.start(metrics, settings.feed().bind(), wanted));
    } catch (BindException e) {
      throw new CommandFailed(
          "Port %d cannot be listened on: it is taken, or may not be used; expected a free one in feed.metricsPort"
              .formatted(wanted),
          e);
    }
  }

  private static String url(MetricsEndpoint endpoint) {
    return "http://localhost:%d/metrics".formatted(endpoint.port());
  }

  /** People sign in where the settings say how; otherwise the feed is for this machine alone. */
  private static FrontDoor door(Settings settings, LocalAccess access) throws IOException {
    return settings.feed().oidc().isPresent()
        ? FrontDoor.withSignIn(settings, CLOCK)
        : FrontDoor.ofThisMachine(settings, access, new LocalDoor(access), CLOCK);
  }

  private String address(Settings settings, Feed feed, LocalAccess access) {
    return settings.feed().oidc().isPresent()
        ? settings.feed().publicUrl().orElseThrow().toString()
        : "http://localhost:%d/#token=%s".formatted(feed.port(), access.token());
  }

  private FeedSetUp setUp(Settings settings, Path file, FrontDoor door, FeedMetrics metrics)
      throws IOException {
    FeedSetUp setUp =
        new FeedSetUp(
            settings.feed().bind(),
            port(settings),
            store(settings),
            file,
            commands(settings),
            scorer(settings, model.artifact(settings)),
            door::name,
            door.access(),
            door::lasting,
            List.of(new RequestMetrics(metrics), door));
    return setUp.reviewing(ReviewSettings.DEFAULT.secondLooksAt(settings.feed().secondReviewer()));
  }

  private int port(Settings settings) {
    return port != null ? port : settings.feed().port();
  }

  /** What scores raw samples, with the features and the model of the job. */
  static WindowScorer scorer(Settings settings, ModelArtifact artifact) {
    return new WindowScorer(
        Model.load(artifact),
        DecoderSettings.DEFAULT.withMaxAhead(settings.input().maxAhead()),
        Profiles.of(settings, settings.input().profile()),
        TimeSettings.of(settings.time().disorder(), settings.time().maxGap()),
        CLOCK);
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

  private Feed start(FeedSetUp setUp, Settings settings) {
    try {
      return Feed.start(setUp);
    } catch (JavalinBindException e) {
      throw new CommandFailed(
          "Port %d cannot be listened on: it is taken, or may not be used; expected a free one by --port"
              .formatted(port(settings)),
          e);
    }
  }

  private void say(Address address, Settings settings) {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(Json.line(address));
    } else {
      out.printf(
          "Vigil's feed reads %s. Open%n%n  %s%n%n",
          new LiveEnds(settings).storeName(), address.url());
      if (address.metrics() != null) {
        out.printf("Metrics are at %s.%n", address.metrics());
      }
      out.println(
          settings.feed().oidc().isPresent()
              ? "and sign in; Ctrl-C stops it."
              : "in one browser of this machine; Ctrl-C stops it.");
    }
    out.flush();
  }

  private static FeedStore store(Settings settings) {
    return switch (settings.store().kind()) {
      case SQLITE -> FeedStore.embedded(settings.store().path());
      case COSMOS -> FeedStore.cosmos(new LiveEnds(settings).cosmos());
    };
  }
}
