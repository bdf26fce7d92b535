package io.vigil.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
  @TempDir Path directory;

  /** Whoever changes a key or a default changes this too, and knows that users will notice. */
  @Test
  void everyKeyAndEveryDefaultIsPinned() {
    assertThat(SettingsTable.ALL)
        .extracting(setting -> setting.path() + " = " + setting.byDefault())
        .containsExactly(
            "time.disorder = 2 s",
            "time.maxGap = 500 ms",
            "input.profile = uci287",
            "input.maxAhead = 1 d",
            "profiles.*.countsPerG = null",
            "profiles.*.midRail = null",
            "profiles.*.leastCount = 0",
            "profiles.*.mostCount = 4095",
            "profiles.*.rateHz = 52",
            "model.registry = registry",
            "model.registrySecret = null",
            "model.takesOverAfter = 30 s",
            "model.use = champion",
            "model.lookEvery = 5 s",
            "participants.file = null",
            "participants.forgetAfter = 30 d",
            "episodes.renewEvery = 4 min",
            "alerts.rules = null",
            "alerts.fallModel = null",
            "store.path = data/vigil.db",
            "store.predictions = false",
            "parallelism = null",
            "eventhubs.protocol = amqp",
            "eventhubs.namespace = null",
            "eventhubs.hub = null",
            "eventhubs.address = null",
            "eventhubs.connectionString = null",
            "eventhubs.consumerGroup = $Default",
            "eventhubs.format = auto",
            "eventhubs.start = earliest",
            "eventhubs.discoverEvery = 5 min",
            "eventhubs.ownerLevel = null",
            "commands.hub = null",
            "commands.lookEvery = 500 ms",
            "store.kind = sqlite",
            "cosmos.endpoint = null",
            "cosmos.key = null",
            "cosmos.database = vigil",
            "cosmos.createIfMissing = true",
            "cosmos.throughput = autoscale 1000",
            "cosmos.activitiesKept = 0 s",
            "cosmos.reviewsKept = 90 d",
            "cosmos.deadLettersKept = 30 d",
            "pseudonyms.key = null",
            "checkpoints.path = data/checkpoints",
            "checkpoints.every = 10 s",
            "lake.path = null",
            "lake.project = vigil",
            "lake.fileEvery = 1 h",
            "review.perDay = 40",
            "review.block = 36 min",
            "review.perBlock = 1",
            "review.uniformOneIn = 500",
            "review.doubt = margin",
            "feed.port = 8080",
            "feed.bind = 127.0.0.1",
            "feed.metricsPort = null",
            "feed.publicUrl = null",
            "feed.proxies = 0",
            "feed.directory = null",
            "feed.rateLimit = 600",
            "feed.addressRateLimit = 3000",
            "feed.auditPath = data/audit",
            "feed.auditKept = 365 d",
            "feed.secondReviewer = 0.1",
            "feed.oidc.issuer = null",
            "feed.oidc.clientId = null",
            "feed.oidc.clientSecret = null",
            "feed.oidc.audience = null",
            "feed.oidc.algorithms = RS256",
            "feed.oidc.rolesClaim = roles",
            "feed.oidc.peopleClaim = null");
    Settings defaults = Settings.defaults();
    assertThat(defaults.time())
        .isEqualTo(new Settings.Time(Duration.ofSeconds(2), Duration.ofMillis(500)));
    assertThat(defaults.input()).isEqualTo(new Settings.Input("uci287", Duration.ofDays(1)));
    assertThat(defaults.profiles()).isEmpty();
    assertThat(defaults.model())
        .isEqualTo(
            new Settings.Model(
                "registry",
                Secret.NONE,
                Duration.ofSeconds(30),
                Duration.ofSeconds(5),
                "champion"));
    assertThat(defaults.episodes()).isEqualTo(new Settings.Episodes(Duration.ofMinutes(4)));
    assertThat(defaults.store())
        .isEqualTo(new Settings.Store(Settings.Store.Kind.SQLITE, Path.of("data/vigil.db"), false));
    assertThat(defaults.parallelism()).isEmpty();
  }

  @Test
  void everySettingCanBeSet() throws IOException {
    Settings settings =
        read(
            """
            time:
              disorder: 90 s
              maxGap: 1.5 s
            input: {profile: wrist, maxAhead: 10 min}
            profiles:
              wrist:
                countsPerG: [512, 510.5, 508]
                midRail: 2040
                leastCount: 1
                mostCount: 4000
                rateHz: 26
            model:
              registry: /srv/models
              takesOverAfter: 2 min
              use: forest-7
              lookEvery: 1 min
            participants: {file: /srv/participants.yaml}
            episodes:
              renewEvery: 5 min
            alerts: {rules: /srv/rules.yaml}
            store:
              path: "/srv/vigil.db"
              predictions: true
            parallelism: 4
            """);
    assertThat(settings.time())
        .isEqualTo(new Settings.Time(Duration.ofSeconds(90), Duration.ofMillis(1500)));
    assertThat(settings.input()).isEqualTo(new Settings.Input("wrist", Duration.ofMinutes(10)));
    assertThat(settings.profiles())
        .containsExactly(
            entry(
                "wrist",
                new Settings.Profile(
                    new PerAxis(512, 510.5, 508), new PerAxis(2040, 2040, 2040), 1, 4000, 26)));
    assertThat(settings.model())
        .isEqualTo(
            new Settings.Model(
                "/srv/models",
                Secret.NONE,
                Duration.ofMinutes(2),
                Duration.ofMinutes(1),
                "forest-7"));
    assertThat(settings.episodes()).isEqualTo(new Settings.Episodes(Duration.ofMinutes(5)));
    assertThat(settings.store())
        .isEqualTo(new Settings.Store(Settings.Store.Kind.SQLITE, Path.of("/srv/vigil.db"), true));
    assertThat(settings.participants().file()).hasValue(Path.of("/srv/participants.yaml"));
    assertThat(settings.rules()).hasValue(Path.of("/srv/rules.yaml"));
    assertThat(settings.parallelism()).isEqualTo(OptionalInt.of(4));
    assertThat(settings.written()).containsKeys("time.disorder", "profiles.wrist.rateHz");
  }

  @Test
  void emptyFileIsAllDefaults() throws IOException {
    assertThat(read("")).isEqualTo(Settings.defaults());
    assertThat(read("# nothing but a remark\n")).isEqualTo(Settings.defaults());
  }

  /** Seen red with: the resolved text kept as the written one. */
  @Test
  void valuesOfTheEnvironmentAreUsedButNeverShown() throws IOException {
    Settings settings = read("store:\n  path: /srv/${env:TENANT}/vigil.db\n");
    assertThat(settings.store().path()).isEqualTo(Path.of("/srv/s3cret/vigil.db"));
    assertThat(settings.toString())
        .contains("store.path: /srv/${env:TENANT}/vigil.db")
        .doesNotContain("s3cret");
    assertThatThrownBy(() -> read("time:\n  disorder: ${env:TENANT}\n"))
        .isInstanceOf(RefusedSettings.class)
        .hasMessageContaining("time.disorder: '${env:TENANT}' is no duration")
        .hasMessageNotContaining("s3cret");
  }

  @Test
  void missingFileIsSaidAsSuch() {
    assertThatThrownBy(() -> Settings.read(directory.resolve("none.yaml"), name -> null))
        .isInstanceOf(NoSuchFileException.class);
  }

  private Settings read(String text) throws IOException {
    Path file = Files.writeString(directory.resolve("vigil.yaml"), text);
    return Settings.read(file, Map.of("TENANT", "s3cret")::get);
  }
}
