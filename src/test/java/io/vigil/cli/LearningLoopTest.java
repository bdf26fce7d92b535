package io.vigil.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vigil.ActivityJob;
import io.vigil.JobInputs;
import io.vigil.JobOutputs;
import io.vigil.JobSettings;
import io.vigil.activity.ClassScheme;
import io.vigil.lake.ExampleSink;
import io.vigil.lake.Lake;
import io.vigil.learn.GroundTruth;
import io.vigil.learn.Label;
import io.vigil.learn.Question;
import io.vigil.learn.ReviewItem;
import io.vigil.learn.ReviewSettings;
import io.vigil.metric.JobMetric;
import io.vigil.model.FolderFiles;
import io.vigil.model.ModelArtifact;
import io.vigil.model.Place;
import io.vigil.model.Promotion;
import io.vigil.model.PromotionOrder;
import io.vigil.model.Registry;
import io.vigil.model.RegistryTakeovers;
import io.vigil.sensor.DecoderSettings;
import io.vigil.sensor.DeviceProfiles;
import io.vigil.sensor.MessageFormat;
import io.vigil.sensor.RawMessage;
import io.vigil.settings.Settings;
import io.vigil.source.polled.PolledSource;
import io.vigil.store.Container;
import io.vigil.store.Document;
import io.vigil.store.DocumentSink;
import io.vigil.store.LabelReading;
import io.vigil.store.ReviewShelf;
import io.vigil.store.SqliteFile;
import io.vigil.store.SqliteStore;
import io.vigil.train.ModelCard;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole loop on one running job: it asks about what its model is unsure of, a reviewer answers
 * by what really happened, models are made of the answers, those that prove better are promoted,
 * and from then on the same job scores better than it would have.
 */
class LearningLoopTest {
  private static final Instant NOON = Instant.parse("2026-01-05T09:13:00Z");
  private static final Path HOME = Path.of(System.getProperty("vigil.home", "."));
  private static final String REVIEWER = "reviewer-1";

  @TempDir Path folder;
  private final Map<String, String> learned = new HashMap<>();

  /**
   * True answers are worth about a fifth of all windows here. Seen red with: a scoring operator
   * that takes over champions only; a reviewer who says what the model says, whose answers carry
   * what is sure over to what is not, and are worth a third of true ones.
   */
  @Test
  void aRunningJobScoresBetterAfterAnswers() throws Exception {
    List<RawMessage> day = unlabelled(HOME.resolve("sample-data/workday.jsonl.gz"));
    DemoTruth truth =
        DemoTruth.of(
            Json.read(Files.readString(HOME.resolve("sample-data/truth.json"))), Duration.ZERO);
    ModelArtifact everybodys =
        ModelArtifact.read(new Registry(HOME.resolve("models")).resolve(Registry.CHAMPION));
    List<Document> before = run(day, everybodys, folder.resolve("without"), null);
    List<Document> after = run(day, everybodys, folder.resolve("with"), truth);

    assertThat(learned).as("participants with a model that proved better").hasSizeGreaterThan(2);
    ClassScheme scheme = ClassScheme.named(everybodys.manifest().classScheme()).orElseThrow();
    Score without = Score.of(before, truth, scheme, learned.keySet());
    Score with = Score.of(after, truth, scheme, learned.keySet());
    System.out.printf(
        "LearningLoopTest: %d own models, afternoon %s without them, %s with them%n",
        learned.size(), without, with);
    assertThat(with.windows()).isEqualTo(without.windows());
    assertThat(with.models()).isEqualTo(new TreeSet<>(learned.values()));
    assertThat(with.right() - without.right()).isGreaterThan(with.windows() / 10);
  }

  /** What the afternoon's windows of some participants were worth. */
  private record Score(int right, int windows, Set<String> models) {
    static Score of(
        List<Document> predictions, DemoTruth truth, ClassScheme scheme, Set<String> whose) {
      int right = 0;
      int windows = 0;
      Set<String> models = new TreeSet<>();
      for (Document document : predictions) {
        if (document.time() < Moments.micros(NOON) || !whose.contains(document.participantId())) {
          continue;
        }
        JsonNode window = Json.read(document.body());
        models.add(window.path("model").path("name").asText());
        Optional<String> really =
            truth
                .during(
                    document.participantId(),
                    document.time(),
                    Moments.micros(Instant.parse(window.path("end").asText())))
                .flatMap(scheme::classOf);
        if (really.isPresent()) {
          windows++;
          right += really.get().equals(window.path("activity").asText()) ? 1 : 0;
        }
      }
      return new Score(right, windows, models);
    }

    @Override
    public String toString() {
      return "%d of %d right".formatted(right, windows);
    }
  }

  private List<Document> run(
      List<RawMessage> day, ModelArtifact everybodys, Path place, DemoTruth truth)
      throws IOException {
    Files.createDirectories(place);
    Path database = place.resolve("loop.db");
    Path lake = place.resolve("lake");
    FolderFiles files = new FolderFiles(place.resolve("registry").toString());
    Registry registry = new Registry(files);
    ModelArtifact champion =
        registry.add(everybodys.id().name(), everybodys, ModelCard::of).artifact();
    registry.promote(
        champion.id().reference(),
        new PromotionOrder(Place.CHAMPION, Promotion.ALWAYS, NOON, "test", ""),
        registry.history());
    JobSettings settings =
        Vigil.jobSettings(
                Settings.defaults(), DecoderSettings.DEFAULT, DeviceProfiles.DEFAULT, true)
            .choosing(DemoCommand.ASKED);
    int morning = (int) day.stream().filter(LearningLoopTest::isOfTheMorning).count();
    GatedDay.of(day, morning);
    DemoLearner learner =
        new DemoLearner(lake + "/project=" + DemoCommand.PROJECT, registry, champion);
    try (LocalJob local = LocalJob.boundedWithCheckpoints(2, Duration.ofSeconds(1));
        SqliteStore store = SqliteStore.open(database)) {
      ActivityJob.define(
          FollowedModels.of(new RegistryTakeovers(files))
              .in(
                  local.sources(),
                  JobInputs.of(
                      local.messages(
                          PolledSource.of(
                              "day", GatedDay::new, RawMessage.class, Duration.ofMillis(20)),
                          "day")),
                  Duration.ofMillis(100),
                  false),
          FollowedModels.of(new RegistryTakeovers(files)).atStart(),
          settings,
          new JobOutputs(
              new DocumentSink(new SqliteFile(database)),
              Optional.of(
                  ExampleSink.of(new Lake(lake.toString(), DemoCommand.PROJECT, Lake.AT_ONCE)))));
      Noon noon = new Noon(store, truth, learner);
      CleanEnd end = new CleanEnd(place.resolve("savepoints"));
      long all =
          LocalCounters.sum(JobMetric.SAMPLES_READ) + day.stream().mapToLong(this::samples).sum();
      local.run(
          "loop",
          job -> {
            noon.look();
            if (LocalCounters.sum(JobMetric.SAMPLES_READ) >= all) {
              end.of(job);
            }
          });
      List<Document> predictions = new ArrayList<>();
      store.scan(Container.PREDICTIONS, predictions::add);
      return predictions;
    }
  }

  /** What happens between the morning and the afternoon. */
  private final class Noon {
    private final SqliteStore store;
    private final DemoTruth truth;
    private final DemoLearner learner;
    private final long heardBefore = LocalCounters.sum(JobMetric.TAKEOVERS_HEARD);
    private boolean over;
    private final ReviewShelf shelf = new ReviewShelf(ReviewSettings.DEFAULT.secondLooksAt(0));
    private final GroundTruth answers = new GroundTruth();
    private final Map<String, List<Question>> asked = new HashMap<>();

    Noon(SqliteStore store, DemoTruth truth, DemoLearner learner) {
      this.store = store;
      this.truth = truth;
      this.learner = learner;
    }

    void look() {
      if (over || !hasScoredTheMorning()) {
        return;
      }
      if (truth == null) {
        over = true;
        GatedDay.open();
        return;
      }
      if (asked.isEmpty()) {
        answer();
      }
      asked.entrySet().removeIf(one -> hasLearned(one.getKey(), one.getValue()));
      // Each of two tasks hears of everybody's model too, which it began with, and of each other.
      long expected = heardBefore + 2L * (1 + learned.size());
      if (asked.isEmpty() && LocalCounters.sum(JobMetric.TAKEOVERS_HEARD) >= expected) {
        over = true;
        GatedDay.open();
      }
    }

    /** Everybody was scored until shortly before noon. */
    private boolean hasScoredTheMorning() {
      long late = Moments.micros(NOON.minusSeconds(20));
      return store.newest(Container.PREDICTIONS).stream()
              .filter(window -> window.time() >= late)
              .count()
          == 6;
    }

    private void answer() {
      for (ReviewItem item : shelf.ask(store, book -> book.queue(REVIEWER))) {
        for (Question window : item.windows()) {
          asked.computeIfAbsent(window.participantId(), id -> new ArrayList<>()).add(window);
          String activity =
              truth
                  .during(window.participantId(), window.start(), window.end())
                  .orElse(Label.NOT_SURE);
          shelf.answer(
              store,
              new Label(
                  window.participantId(),
                  window.start(),
                  window.end(),
                  activity,
                  REVIEWER,
                  Moments.micros(NOON)));
        }
      }
      LabelReading.all(store).forEach(answers::add);
    }

    /** The models are to take over exactly at noon. */
    private boolean hasLearned(String participantId, List<Question> windows) {
      try {
        Optional<DemoLearner.Learned> made =
            learner.learn(participantId, windows, answers, NOON.minus(DemoLearner.AHEAD));
        made.flatMap(DemoLearner.Learned::model)
            .ifPresent(model -> learned.put(participantId, model.id().name()));
        return made.isPresent();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private long samples(RawMessage message) {
    return Json.read(new String(message.payload(), StandardCharsets.UTF_8)).path("x").size();
  }

  private static boolean isOfTheMorning(RawMessage message) {
    JsonNode json = Json.read(new String(message.payload(), StandardCharsets.UTF_8));
    return Instant.parse(json.path("start").asText()).isBefore(NOON);
  }

  /** The morning's messages first, then the others, each in the order of the file. */
  private static List<RawMessage> unlabelled(Path file) throws IOException {
    List<RawMessage> morning = new ArrayList<>();
    List<RawMessage> afternoon = new ArrayList<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      long position = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        ObjectNode json = (ObjectNode) Json.read(line);
        json.remove("activity");
        position++;
        RawMessage message =
            new RawMessage(
                MessageFormat.JSON,
                "",
                "day",
                position,
                json.toString().getBytes(StandardCharsets.UTF_8));
        (isOfTheMorning(message) ? morning : afternoon).add(message);
      }
    }
    morning.addAll(afternoon);
    return morning;
  }
}
