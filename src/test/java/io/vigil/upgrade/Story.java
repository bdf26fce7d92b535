package io.vigil.upgrade;

import io.vigil.Await;
import io.vigil.alert.Alert;
import io.vigil.alert.AlertKey;
import io.vigil.alert.AlertSettings;
import io.vigil.alert.AlertType;
import io.vigil.alert.Command;
import io.vigil.alert.CommandKind;
import io.vigil.alert.NewRules;
import io.vigil.feature.FeatureExtractor;
import io.vigil.model.Place;
import io.vigil.model.Takeover;
import io.vigil.store.AskedDocuments;
import io.vigil.store.Document;
import io.vigil.store.SqliteFile;
import io.vigil.store.SqliteStore;
import io.vigil.train.TrainedModels;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * What people do while the saved day goes by. Before the savepoint: models take over for everybody
 * and for one, one challenges them, one is refused; good rules come and bad ones; a fall is
 * acknowledged that the job has not seen yet. After it: a good model comes in place of the refused
 * one, and the bad rules once more.
 */
final class Story {
  /** When the third person falls, by the detector. */
  private static final Instant FALL = Instant.parse("2026-01-06T00:01:24.060Z");

  private static final Instant LATE = Instant.parse("2026-01-06T00:03:30Z");
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  /** Promotions before the savepoint. */
  static List<Takeover> firstPromotions() {
    return List.of(
        new Takeover(1, Long.MIN_VALUE, Place.CHAMPION.toString(), model(2)),
        new Takeover(2, Long.MIN_VALUE, Place.ofParticipant("p2").toString(), model(3)),
        new Takeover(3, Long.MIN_VALUE, Place.CHALLENGER.toString(), model(4)),
        new Takeover(4, Long.MIN_VALUE, Place.CHAMPION.toString(), new byte[] {1, 2, 3}));
  }

  /** The one after it. */
  static Takeover lastPromotion() {
    return new Takeover(5, micros(LATE), Place.CHAMPION.toString(), model(5));
  }

  static List<Takeover> allPromotions() {
    List<Takeover> all = new ArrayList<>(firstPromotions());
    all.add(lastPromotion());
    return all;
  }

  private static byte[] model(long seed) {
    return TrainedModels.forest(seed, 5, 12, FeatureExtractor.SCHEMA).toBytes();
  }

  /** What is asked for before the savepoint: two messages of rules, and one command. */
  static void askFirst(SqliteFile file) {
    String rules = AlertSettings.ofReplay().rules();
    ask(
        file,
        AskedDocuments.rules(
            new NewRules("good", "ann", 1, rules.replaceFirst("version: \\d+", "version: 2000"))),
        bad("bad", rules),
        AskedDocuments.command(
            new Command(
                "early",
                "p3",
                new AlertKey("p3", AlertType.FALL, micros(FALL)).id(),
                CommandKind.ACK,
                "ann",
                micros(FALL),
                "",
                Alert.NEVER)));
  }

  /** What is asked for after it: one message of rules. */
  static void askLast(SqliteFile file) {
    ask(file, bad("bad again", AlertSettings.ofReplay().rules()));
  }

  private static Document bad(String id, String rules) {
    return AskedDocuments.rules(
        new NewRules(id, "ann", 2, rules.replaceFirst("version: \\d+", "version: 1999")));
  }

  private static void ask(SqliteFile file, Document... documents) {
    try (SqliteStore store = SqliteStore.open(Path.of(file.path()))) {
      for (Document document : documents) {
        store.upsert(List.of(document));
      }
    }
  }

  private static long micros(Instant time) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, time);
  }

  /** How much of everything was read so far, by all jobs of this process. */
  record Read(long file, long amqp, long kafka, long commands, long rules) {
    static Read now() {
      return new Read(
          Seen.of("files"),
          Seen.of("hub-amqp"),
          Seen.of("hub-kafka"),
          Seen.of("commands-in"),
          Seen.of("rules-in"));
    }

    /** Waits until so much more was read than at this moment. */
    void await(SavedDay day, int moreCommands, int moreRules) {
      Await.until(
          "all of it to be read",
          PATIENCE,
          () -> {
            Read now = now();
            return now.file >= file + day.file().size()
                && now.amqp >= amqp + day.amqp().size()
                && now.kafka >= kafka + day.kafka().size()
                && now.commands >= commands + moreCommands
                && now.rules >= rules + moreRules;
          });
    }
  }

  private Story() {}
}
