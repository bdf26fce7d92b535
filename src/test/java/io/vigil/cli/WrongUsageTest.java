package io.vigil.cli;

import static io.vigil.cli.CommandRun.vigil;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.vigil.alert.AlertType;
import io.vigil.alert.Severity;
import io.vigil.train.TrainedModels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Command lines that cannot be, and things that cannot be done: one line that says what was seen
 * and what was expected, exit code 2 for the one and 1 for the other.
 *
 * <p>Seen red with: the handler of wrong parameters left out; a refused setting taken for a
 * failure.
 */
class WrongUsageTest {
  @TempDir static Path folder;
  private static Recordings recordings;
  private static String fall;

  @BeforeAll
  static void recordAndTrain() throws Exception {
    recordings = Recordings.into(folder);
    recordings.train().succeeded();
    byte[] model = Files.readAllBytes(model("chest/1/model.vigil-model"));
    Files.write(folder.resolve("truncated"), Arrays.copyOf(model, model.length / 2));
    byte[] altered = model.clone();
    altered[model.length / 3] ^= 1;
    Files.write(folder.resolve("altered"), altered);
    Files.write(folder.resolve("other-features"), TrainedModels.forest(1, 3, 20).toBytes());
    Files.writeString(folder.resolve("empty-model"), "");
    Files.createDirectories(folder.resolve("broken/chest/1"));
    Files.copy(folder.resolve("truncated"), folder.resolve("broken/chest/1/model.vigil-model"));
    Files.writeString(folder.resolve("wrong.yaml"), "time:\n  disorder: 5\nbogus: 1\n");
    Files.writeString(
        folder.resolve("no-rules.yaml"), "alerts: {rules: " + folder.resolve("none") + "}\n");
    Files.writeString(
        folder.resolve("bad-rules.yaml"),
        "alerts: {rules: " + folder.resolve("wrong.yaml") + "}\n");
    Files.writeString(
        folder.resolve("no-fall-model.yaml"),
        "alerts: {fallModel: " + folder.resolve("none") + "}\n");
    Files.writeString(
        folder.resolve("bad-fall-model.yaml"),
        "alerts: {fallModel: " + folder.resolve("wrong.yaml") + "}\n");
    Path store = folder.resolve("vigil.db");
    Files.writeString(folder.resolve("kept.yaml"), "store: {path: " + store + "}\n");
    try (SmallJob job = SmallJob.paused(store)) {
      fall = job.raise("ann", AlertType.FALL, Severity.MAJOR).id();
    }
    Files.write(folder.resolve("latin.yaml"), new byte[] {'a', (byte) 0xe4, '\n'});
    relabel("unlabelled-1.csv", "1", "0");
    relabel("walking-1.csv", "1", "4");
    relabel("walking-2.csv", "2", "4");
  }

  private static Path model(String path) {
    return recordings.registry().resolve(path);
  }

  private static void relabel(String file, String person, String label) throws IOException {
    Files.write(
        folder.resolve(file),
        Files.readAllLines(recordings.labelled(person)).stream()
            .map(row -> row.replaceAll(",\\d$", "," + label))
            .toList());
  }

  /**
   * A command line and what comes of it. In it, {@code @name} is a file or folder of the test's,
   * {@code @1} the recording of person 1, {@code FALL_ID} an alert in the store of kept.yaml.
   *
   * @param says parts of the only or first line of standard error
   */
  private record Case(int exitCode, String line, List<String> says) {
    @Override
    public String toString() {
      return line;
    }
  }

  private static Case usage(String line, String... says) {
    return new Case(2, line, List.of(says));
  }

  private static Case failure(String line, String... says) {
    return new Case(1, line, List.of(says));
  }

  static Stream<Case> commandLines() {
    return Stream.of(
        usage("", "No command", "replay", "vigil --help"),
        usage("bogus", "'bogus' is no command", "replay", "train"),
        usage("--bogus", "'--bogus'"),
        usage("models", "No command", "list"),
        usage("models bogus", "'bogus' is no command", "rollback"),
        usage("models show", "MODEL", "vigil models show --help"),
        usage("replay", "'FILE'", "vigil replay --help"),
        usage("replay @1 --bogus", "'--bogus'", "vigil replay --help"),
        usage("replay @1 --format xml", "'xml'", "uci287, csv or jsonl"),
        usage("replay @1 --unit yards", "'yards'", "g, m/s2, mg, raw"),
        usage("replay @1 --profile none", "'none'", "uci287"),
        usage("replay @1 --rate 0", "--rate is 0.0", "1000 Hz"),
        usage("replay @1 --rate x", "--rate", "'x'", "a number"),
        usage("replay @1 --start noon", "--start is 'noon'", "2026-01-01T00:00:00Z"),
        usage("replay @1 --parallelism 0", "--parallelism is 0", "1 to 128"),
        usage("replay @1 --parallelism two", "--parallelism", "'two'", "a whole number"),
        usage("replay @1 --to hub --speed 0", "--speed is 0.0", "above 0"),
        usage("replay @1 --to hub --speed -2", "--speed is -2.0", "above 0"),
        usage("replay @1 --to hub --speed NaN", "--speed is NaN", "above 0"),
        usage("replay @1 --to hub --speed fast", "--speed", "'fast'", "a number"),
        usage("replay @1 --to hub --message xml", "--message is 'xml'", "json or avro"),
        usage("replay @1 --to hub --out @new", "--out", "--to", "expected one of them"),
        usage("replay @1 --to hub --model chest", "--model", "expected one of them"),
        usage("replay @1 --to hub --parallelism 2", "--parallelism", "expected one of them"),
        usage("--config @no-rules.yaml replay @1", "alerts.rules: ", "cannot be read"),
        usage("--config @bad-rules.yaml replay @1", "wrong.yaml line 1: ", "time"),
        usage("--config @no-fall-model.yaml replay @1", "alerts.fallModel: ", "cannot be read"),
        usage(
            "--config @bad-fall-model.yaml replay @1",
            "alerts.fallModel: ",
            "is refused",
            "vigil train-falls"),
        usage("replay @1 --to hub", "eventhubs.namespace is not set", "connectionString"),
        usage("run", "eventhubs.namespace is not set", "--config FILE"),
        usage("run --until-idle 0", "--until-idle is 0", "1 or more"),
        usage("run --until-idle soon", "soon", "a whole number"),
        usage("replay @1 --to", "--to", "HUB"),
        usage("replay @1 --speed 2", "--speed", "expected --to HUB"),
        usage("replay @1 --message avro", "--message", "expected --to HUB"),
        usage("replay @1 --again", "--again", "expected --to HUB"),
        usage("replay @1 --config @missing.yaml", "missing.yaml does not exist", "settings"),
        usage("replay @1 --config @wrong.yaml", "wrong.yaml line 2: time.disorder", "a duration"),
        usage("--config @wrong.yaml models list", "wrong.yaml line 2"),
        usage("generate", "--out"),
        usage("generate --out @new --people x", "--people", "'x'", "a whole number"),
        usage("generate --out @new --people 0", "people is 0"),
        usage("generate --out @new --start noon", "'noon'", "2026-01-01T00:00:00Z"),
        usage("generate --out @new --format xml", "'xml'", "jsonl, csv, uci287"),
        usage("generate --out @new stray", "'stray'", "too many"),
        usage("bench @1 --rounds 0", "--rounds is 0", "1 to 50"),
        usage("train", "neither a FILE nor --lake", "labelled files, a lake"),
        usage("train @1 --classes 4", "--classes is '4'", "7, 5 or 3"),
        usage("train @1 --trees 0", "trees is 0", "1 to 2000"),
        usage("train @1 --algorithm magic", "'magic'", "forest, boosting or logistic"),
        usage("train @1 --name ../up", "'../up'", "letters"),
        usage("train @1 --name champion", "'champion'", "alias"),
        usage("train @1 --same-person 1,2 --same-person 2,3", "[[1, 2], [2, 3]]", "once"),
        usage("train @1 --same-person 1,,2", "--same-person is 1,,2"),
        usage("evaluate @1 --format uci287 --classes 9 --registry @models", "'9'", "7, 5 or 3"),
        usage("evaluate @1 --format uci287 --classes 3 --registry @models", "chest:1", "Still"),
        usage("train @1 --min-labels 5", "--min-labels", "--trigger"),
        usage("train @1 --trigger --min-labels 0", "--min-labels", "is 0", "1 or more"),
        usage("models promote chest --registry @models --place boss", "'boss'", "challenger"),
        usage("models promote chest --registry @models --margin 2", "margin is 2.0", "0 to 1"),
        usage("models promote chest --registry @models --from noon", "'noon'", "2026-01-01T"),
        usage("models list --registry ftp://there/models", "--registry", "not safe", "https"),
        usage("models list --registry https://there", "--registry", "no container"),
        usage("models withdraw", "PLACE"),
        usage("alerts", "No command", "list"),
        usage("alerts bogus", "'bogus' is no command", "ack"),
        usage("alerts list --status open", "--status", "'open'", "ACTIVE, CLEARED, ACK, UNACK"),
        usage("alerts list --type flood", "--type", "'flood'", "FALL, INACTIVITY"),
        usage("alerts list --limit 0", "--limit is 0", "1 or more"),
        usage("alerts list --limit few", "--limit", "'few'", "a whole number"),
        usage("alerts list --participant", "--participant", "ID"),
        usage("alerts list stray", "'stray'", "too many"),
        usage("alerts show", "ALERT", "vigil alerts show --help"),
        usage("alerts show a b", "'b'", "too many"),
        usage("alerts watch --all --from-now", "--all", "expected one of them"),
        usage("alerts watch --type flood", "'flood'"),
        usage("alerts ack", "ALERT", "vigil alerts ack --help"),
        usage("alerts ack a --wait soon", "--wait", "'soon'", "90 s, 30 min or 12 h"),
        usage("alerts ack a --wait 5", "--wait", "'5'", "a time span"),
        usage("alerts ack a --until 2026-01-01T00:00:00Z", "--until"),
        usage(
            "--config @kept.yaml alerts ack FALL_ID --text a b", "--text", "expected one of them"),
        usage("--config @kept.yaml alerts ack FALL_ID --as \t", "--as is empty"),
        usage(
            "--config @kept.yaml alerts ack FALL_ID --command-id a/b", "id is 'a/b'", "without /"),
        usage("--config @kept.yaml alerts ack FALL_ID --as " + "x".repeat(201), "actor has 201"),
        usage("--config @kept.yaml alerts comment FALL_ID " + "x".repeat(17_000), "at most"),
        usage("alerts snooze a", "snooze is given nowhere", "--for SPAN and --until TIME"),
        usage("alerts snooze a --for 1h --until 2026-01-01T00:00:00Z", "given twice", "one of"),
        usage("alerts snooze a --for ever", "--for", "'ever'", "30 min"),
        usage("alerts snooze a --for 3y", "--for", "'3y'", "a time span"),
        usage("alerts snooze a --until noon", "'noon'", "2026-01-01T00:00:00Z"),
        usage("rules", "No command", "rollback"),
        usage("rules check", "FILE"),
        usage("rules publish", "FILE"),
        usage("rules publish a --wait soon", "--wait", "'soon'"),
        usage("rules rollback", "VERSION"),
        usage("rules rollback last", "VERSION", "'last'", "a whole number"),
        usage("rules show first", "VERSION", "'first'", "a whole number"),
        usage("rules list stray", "'stray'", "too many"),
        failure("--config @kept.yaml alerts ack nobody", "'nobody'", "alerts list --status ANY"),
        failure("--config @kept.yaml alerts show nobody", "'nobody'", "alerts list --status ANY"),
        failure("--config @kept.yaml alerts ack FALL_ID --wait 1ms", "not answered", "job runs"),
        failure("rules check @missing.yaml", "missing.yaml does not exist"),
        failure("rules check @models", "models is a directory", "expected a file"),
        failure("rules check @latin.yaml", "latin.yaml", "UTF-8"),
        failure("rules check @wrong.yaml", "wrong.yaml line 1: ", "time"),
        failure("--config @kept.yaml rules publish @wrong.yaml", "wrong.yaml line 1: ", "time"),
        failure("--config @kept.yaml rules rollback 7", "no rules of version 7"),
        failure("--config @kept.yaml rules show 7", "no rules of version 7"),
        failure("replay @missing.csv", "missing.csv does not exist", "nothing was read"),
        failure("replay @models", "models is a directory", "expected a file"),
        failure("replay @1 @1 --format uci287", "given twice"),
        failure(
            "replay @1 --format uci287 --registry @nowhere", "champion", "nowhere", "no folder"),
        failure(
            "replay @1 --format uci287 --registry @models --model nobody", "nobody", "champion"),
        failure("replay @1 --format uci287 --registry @models --out @1", "--out", "is a file"),
        failure("generate --out @1/deeper", "--out", "is a file"),
        failure("replay @1 --format uci287 --model @truncated", "truncated", "not used"),
        failure("replay @1 --format uci287 --model @altered", "altered", "SHA-256", "not used"),
        failure("replay @1 --format uci287 --model @empty-model", "no model", "VIGILMDL"),
        failure(
            "replay @1 --format uci287 --model @other-features",
            "feature schema",
            "this build expects",
            "not used"),
        failure("models list --registry @broken", "model.vigil-model", "truncated"),
        failure("models list --registry @1", "is a file", "a folder of models"),
        failure("models show nobody --registry @models", "nobody", "name:version"),
        failure("models promote nobody --registry @models", "nobody", "name:version"),
        failure("models rollback --registry @models", "no previous champion"),
        failure("models withdraw champion --registry @models", "promote another"),
        failure("models withdraw champion@x --registry @models", "Nobody holds", "champion@x"),
        failure("train --lake @nowhere --registry @new", "There is no folder", "a lake"),
        failure("train --lake @1 --registry @new", "holds no examples", "lake.path"),
        failure("replay @1 --format uci287 --registry @models --lake @1", "--lake", "is a file"),
        failure("train @1 --format uci287 --registry @1", "--registry", "is a file"),
        failure("train @1 @2 --format uci287 --registry @new --same-person 1,99", "99", "[1, 2]"),
        failure("train @1 --format uci287 --registry @new", "of one person", "two people"),
        failure(
            "train @walking-1.csv @walking-2.csv --format uci287 --registry @new",
            "Walking",
            "two classes"),
        failure("train @unlabelled-1.csv --format uci287 --registry @new", "label"),
        failure(
            "evaluate @unlabelled-1.csv --format uci287 --registry @models",
            "label",
            "expected labelled files"));
  }

  @ParameterizedTest
  @MethodSource("commandLines")
  void isSaidInALine(Case wrong) {
    CommandRun run = vigil(arguments(wrong.line));

    assertThat(run.exitCode()).as(run.err()).isEqualTo(wrong.exitCode);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().lines()).allMatch(line -> line.startsWith("vigil: "));
    assertThat(run.err().lines().findFirst().orElseThrow()).contains(wrong.says);
    assertThat(run.err()).doesNotContain("\tat ", "Exception");
    assertThat(folder.resolve("new")).doesNotExist();
  }

  @Test
  void everyWrongSettingHasItsLine() {
    CommandRun run = vigil("--config", folder.resolve("wrong.yaml"), "models", "list");
    assertThat(run.err().lines()).hasSize(2);
  }

  @Test
  void fileThatMayNotBeReadIsNamed() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret.csv"), "0,1,2,3,4\n");
    assumeThat(secret.toFile().setReadable(false) && !Files.isReadable(secret))
        .as("whoever runs this may read everything")
        .isTrue();
    CommandRun run = vigil("replay", secret);
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("secret.csv cannot be read", "permission");
  }

  @Test
  void noModelsAreNoFailure() {
    Path nowhere = folder.resolve("nowhere");
    assertThat(vigil("models", "list", "--json", "--registry", nowhere).succeeded().json())
        .isEmpty();
    assertThat(vigil("models", "list", "--registry", nowhere).exitCode()).isZero();
  }

  private Object[] arguments(String line) {
    return Arrays.stream(line.split(" "))
        .filter(word -> !word.isEmpty())
        .map(word -> word.equals("FALL_ID") ? fall : word)
        .map(word -> word.startsWith("@") ? path(word.substring(1)) : word)
        .toArray();
  }

  private Path path(String name) {
    return name.matches("\\d.*") ? path(name, name.substring(0, 1)) : folder.resolve(name);
  }

  private Path path(String name, String person) {
    return Path.of(recordings.labelled(person) + name.substring(1));
  }
}
