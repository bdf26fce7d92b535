package io.vigil.store.cosmos.server;

import static io.vigil.store.cosmos.server.PointOperationsTest.document;
import static org.assertj.core.api.Assertions.assertThat;

import com.azure.cosmos.CosmosContainer;
import com.azure.cosmos.models.CosmosChangeFeedRequestOptions;
import com.azure.cosmos.models.FeedRange;
import com.azure.cosmos.models.FeedResponse;
import com.azure.cosmos.models.PartitionKey;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The change feed by Microsoft's unchanged Java client. */
class ChangeFeedTest {
  private static final int PEOPLE = 20;

  /** What a reader saw, and from where it would go on. */
  private record Seen(List<String> changes, String continuation) {}

  /** Seen red with: a page whose continuation is the partition's newest write, read or not. */
  @ParameterizedTest
  @ValueSource(ints = {1, 3, 5})
  void tellsEachChangeOnceAndGoesOn(int partitions) {
    CosmosContainer container = Clients.to(partitions).container("/who");
    Set<String> first = write(container, 1);
    Seen beginning = read(container, fromBeginning(FeedRange.forFullRange()));
    assertThat(beginning.changes).containsExactlyInAnyOrderElementsOf(first);
    Seen nothing = read(container, goingOn(beginning));
    assertThat(nothing.changes).isEmpty();
    Set<String> second = write(container, 2);
    Seen later = read(container, goingOn(nothing));
    assertThat(later.changes).containsExactlyInAnyOrderElementsOf(second);
    assertThat(read(container, goingOn(beginning)).changes)
        .containsExactlyInAnyOrderElementsOf(second);
    assertThat(read(container, fromBeginning(FeedRange.forFullRange())).changes)
        .as("of each document only the newest form")
        .containsExactlyInAnyOrderElementsOf(second);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 5})
  void isReadByRangeInTheOrderOfWrites(int partitions) {
    CosmosContainer container = Clients.to(partitions).container("/who");
    Set<String> written = write(container, 1);
    List<FeedRange> ranges = container.getFeedRanges();
    assertThat(ranges).hasSize(partitions);
    List<String> together = new ArrayList<>();
    for (FeedRange range : ranges) {
      List<String> changes = read(container, fromBeginning(range)).changes;
      assertThat(changes).as("in the order of writes").isSorted();
      together.addAll(changes);
    }
    assertThat(together).containsExactlyInAnyOrderElementsOf(written);
    FeedRange anna = FeedRange.forLogicalPartition(new PartitionKey("who07"));
    assertThat(read(container, fromBeginning(anna)).changes).containsExactly("who07:1");
  }

  @Test
  void beginsNowOrAtAPointInTime() {
    Clients.Connected connected = Clients.to(3);
    Instant morning = Instant.parse("2026-03-01T08:00:00Z");
    try {
      connected.server().clock(Clock.fixed(morning, ZoneOffset.UTC));
      CosmosContainer container = connected.container("/who");
      write(container, 1);
      Seen now =
          read(
              container,
              CosmosChangeFeedRequestOptions.createForProcessingFromNow(FeedRange.forFullRange()));
      assertThat(now.changes).isEmpty();
      Instant noon = morning.plus(Duration.ofHours(4));
      connected.server().clock(Clock.fixed(noon, ZoneOffset.UTC));
      container.upsertItem(document("who03", "x", 2));
      assertThat(read(container, goingOn(now)).changes).containsExactly("who03:2");
      assertThat(
              read(
                      container,
                      CosmosChangeFeedRequestOptions.createForProcessingFromPointInTime(
                          noon, FeedRange.forFullRange()))
                  .changes)
          .containsExactly("who03:2");
    } finally {
      connected.server().clock(Clock.systemUTC());
    }
  }

  private static Set<String> write(CosmosContainer container, int n) {
    Set<String> written = new TreeSet<>();
    for (int i = 0; i < PEOPLE; i++) {
      String who = "who%02d".formatted(i);
      container.upsertItem(document(who, "x", n));
      written.add(who + ":" + n);
    }
    return written;
  }

  /** Reads until there is nothing new, a few at a time. */
  private static Seen read(CosmosContainer container, CosmosChangeFeedRequestOptions options) {
    List<String> changes = new ArrayList<>();
    String continuation = null;
    options.setMaxItemCount(3);
    for (FeedResponse<ObjectNode> page :
        container.queryChangeFeed(options, ObjectNode.class).iterableByPage()) {
      page.getResults().forEach(b -> changes.add(b.path("who").asText() + ":" + b.path("n")));
      continuation = page.getContinuationToken();
    }
    return new Seen(changes, continuation);
  }

  private static CosmosChangeFeedRequestOptions fromBeginning(FeedRange range) {
    return CosmosChangeFeedRequestOptions.createForProcessingFromBeginning(range);
  }

  private static CosmosChangeFeedRequestOptions goingOn(Seen seen) {
    return CosmosChangeFeedRequestOptions.createForProcessingFromContinuation(seen.continuation);
  }
}
