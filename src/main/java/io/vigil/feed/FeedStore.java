package io.vigil.feed;

import io.vigil.store.DocumentStore;
import io.vigil.store.SqliteFile;
import io.vigil.store.cosmos.CosmosPlace;
import io.vigil.store.cosmos.CosmosSettings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * The store that a feed follows.
 *
 * @param open opens it
 * @param nameBeside what it is called beside a log: another store has another name
 * @param alertsEvery how often it is looked for changed alerts
 */
public record FeedStore(Supplier<DocumentStore> open, NameBeside nameBeside, Duration alertsEvery) {
  private static final Duration EMBEDDED_LOOK = Duration.ofMillis(100);
  private static final Duration COSMOS_LOOK = Duration.ofMillis(500);

  /** What a store is called, seen from a log. */
  @FunctionalInterface
  public interface NameBeside {
    String of(Path log);
  }

  /** The embedded one: a log and its store may be moved together. */
  public static FeedStore embedded(Path file) {
    return new FeedStore(
        new SqliteFile(file),
        log -> "the file " + absolute(log).getParent().relativize(absolute(file)),
        EMBEDDED_LOOK);
  }

  /** A database of Cosmos DB. */
  public static FeedStore cosmos(CosmosSettings settings) {
    String name =
        "the database %s of %s"
            .formatted(settings.account().database(), account(settings.account().endpoint()));
    return new FeedStore(new CosmosPlace(settings), log -> name, COSMOS_LOOK);
  }

  private static Path absolute(Path file) {
    return file.toAbsolutePath().normalize();
  }

  /** Host and port, as one account may be written with a slash at the end or without. */
  private static String account(String endpoint) {
    URI address = URI.create(endpoint);
    return address.getAuthority() == null
        ? endpoint
        : address.getAuthority().toLowerCase(Locale.ROOT).replaceFirst(":443$", "");
  }
}
