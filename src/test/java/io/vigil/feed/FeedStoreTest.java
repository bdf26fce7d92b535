package io.vigil.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.settings.Secret;
import io.vigil.store.cosmos.CosmosAccount;
import io.vigil.store.cosmos.CosmosSettings;
import io.vigil.store.cosmos.CosmosSettings.Throughput;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A store is known again by its log, and no other is taken for it. */
class FeedStoreTest {

  /** Seen red with: the name of the file alone, and with its whole path. */
  @Test
  void aFileIsKnownByWhereItLiesBesideTheLog() {
    String name = embedded("data/vigil.db", "data/feed.db");
    assertThat(name).isEqualTo("the file vigil.db");
    assertThat(embedded("/moved/vigil.db", "/moved/feed.db")).isEqualTo(name);
    assertThat(embedded("data/../data/vigil.db", "data/feed.db")).isEqualTo(name);
    assertThat(embedded(Path.of("data/vigil.db").toAbsolutePath().toString(), "data/feed.db"))
        .isEqualTo(name);
    assertThat(embedded("other/vigil.db", "data/feed.db")).isNotEqualTo(name);
    assertThat(embedded("data/other.db", "data/feed.db")).isNotEqualTo(name);
  }

  /** Seen red with: the endpoint as it is written. */
  @Test
  void aDatabaseIsKnownByItsAccountHoweverThatIsWritten() {
    String name = cosmos("https://vigil.documents.azure.com:443/", "vigil");
    assertThat(name).isEqualTo("the database vigil of vigil.documents.azure.com");
    assertThat(cosmos("https://Vigil.documents.azure.com", "vigil")).isEqualTo(name);
    assertThat(cosmos("https://vigil.documents.azure.com", "other")).isNotEqualTo(name);
    assertThat(cosmos("https://other.documents.azure.com", "vigil")).isNotEqualTo(name);
    assertThat(cosmos("http://localhost:8081", "vigil"))
        .isNotEqualTo(cosmos("http://localhost:8082", "vigil"));
  }

  private static String embedded(String store, String log) {
    return FeedStore.embedded(Path.of(store)).nameBeside().of(Path.of(log));
  }

  private static String cosmos(String endpoint, String database) {
    CosmosSettings settings =
        new CosmosSettings(
            new CosmosAccount(endpoint, Secret.of("key"), database),
            true,
            new Throughput(Throughput.Mode.SERVERLESS, 0),
            Duration.ZERO,
            Duration.ZERO,
            Duration.ZERO);
    return FeedStore.cosmos(settings).nameBeside().of(Path.of("feed.db"));
  }
}
