package io.vigil.source.amqp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigil.source.HubReading;
import io.vigil.source.StartFrom;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.connector.testutils.source.reader.TestingSplitEnumeratorContext;
import org.apache.flink.util.FlinkRuntimeException;
import org.junit.jupiter.api.Test;

class HubEnumeratorTest {
  private static final HubReading LATEST = HubReading.from(StartFrom.latest());
  private static final HubReading BOUNDED = HubReading.from(StartFrom.earliest()).toTheEnd();

  private final ListedHub hub = ListedHub.of(4);
  private TestingSplitEnumeratorContext<PartitionSplit> context;

  @Test
  void handsPartitionsOutEvenly() {
    start(3, LATEST, HubEnumeratorState.NEW, 0, 1, 2);
    assertThat(assigned(0)).containsExactly("0", "3");
    assertThat(assigned(1)).containsExactly("1");
    assertThat(assigned(2)).containsExactly("2");
    assertThat(context.getSplitAssignments().get(0).hasReceivedNoMoreSplitsSignal()).isFalse();
  }

  /**
   * "Latest" is the end at the first look at the hub, also for readers that come later and after a
   * restart. Seen red with: the start fixed when a partition is handed out.
   */
  @Test
  void fixesTheStartOnce() {
    HubEnumerator first = start(2, LATEST, HubEnumeratorState.NEW, 0);
    HubEnumeratorState state = first.snapshotState(1);
    assertThat(state.known()).containsExactly("0", "1", "2", "3");
    assertThat(state.waiting())
        .extracting(PartitionSplit::partition)
        .as("those of the reader that is not there")
        .containsExactly("1", "3");
    start(2, LATEST, state, 0, 1);
    assertThat(context.getSplitAssignments()).containsOnlyKeys(1);
    assertThat(context.getSplitAssignments().get(1).getAssignedSplits())
        .containsOnly(
            new PartitionSplit("1", new Place.After(99, "f99"), PartitionSplit.FOR_EVER),
            new PartitionSplit("3", new Place.After(99, "f99"), PartitionSplit.FOR_EVER));
  }

  @Test
  void readsNewPartitionsFromTheirBeginning() {
    HubEnumerator enumerator = start(2, LATEST, HubEnumeratorState.NEW, 0, 1);
    hub.addPartition();
    context.triggerAllActions();
    assertThat(context.getSplitAssignments().get(0).getAssignedSplits())
        .last()
        .isEqualTo(new PartitionSplit("4", new Place.Beginning(), PartitionSplit.FOR_EVER));
    context.triggerAllActions();
    assertThat(assigned(0)).containsExactly("0", "2", "4");
    assertThat(enumerator.snapshotState(1).known()).containsExactly("0", "1", "2", "3", "4");
  }

  @Test
  void doesNotLookForNewPartitionsWhereToldNotTo() {
    HubReading never =
        new HubReading(
            "vigil",
            LATEST.format(),
            LATEST.start(),
            java.time.Duration.ZERO,
            HubReading.NO_OWNER,
            false);
    start(1, never, HubEnumeratorState.NEW, 0);
    hub.addPartition();
    context.triggerAllActions();
    assertThat(assigned(0)).hasSize(4);
  }

  @Test
  void givesBackWhatAFailedReaderHad() {
    HubEnumerator enumerator = start(2, LATEST, HubEnumeratorState.NEW, 0, 1);
    PartitionSplit read = new PartitionSplit("2", new Place.After(120, "f120"), 200);
    context.registeredReaders().remove(0);
    enumerator.addSplitsBack(List.of(read), 0);
    assertThat(enumerator.snapshotState(1).waiting()).containsExactly(read);
    context.registerReader(0, "there again");
    enumerator.addReader(0);
    assertThat(context.getSplitAssignments().get(0).getAssignedSplits()).last().isEqualTo(read);
    assertThat(enumerator.snapshotState(2).waiting()).isEmpty();
  }

  @Test
  void endsABoundedReading() {
    hub.emptyLast();
    HubEnumerator enumerator = start(5, BOUNDED, HubEnumeratorState.NEW, 0, 3, 4);
    assertThat(context.getSplitAssignments().get(0).getAssignedSplits())
        .containsExactly(new PartitionSplit("0", new Place.Beginning(), 99));
    for (int reader : new int[] {0, 3, 4}) {
      assertThat(context.getSplitAssignments().get(reader).hasReceivedNoMoreSplitsSignal())
          .isTrue();
    }
    assertThat(assigned(3)).as("its partition is empty").isEmpty();
    HubEnumeratorState state = enumerator.snapshotState(1);
    start(5, BOUNDED, state, 3);
    assertThat(assigned(3)).isEmpty();
    assertThat(context.getSplitAssignments().get(3).hasReceivedNoMoreSplitsSignal()).isTrue();
  }

  /** Seen red with: an enumerator that signals the end before the hub has answered. */
  @Test
  void doesNotEndABoundedReadingBeforeItHasBegun() {
    context = new TestingSplitEnumeratorContext<>(1);
    HubEnumerator enumerator = new HubEnumerator(context, BOUNDED, hub, HubEnumeratorState.NEW);
    enumerator.start();
    context.registerReader(0, "early");
    enumerator.addReader(0);
    assertThat(context.getSplitAssignments()).isEmpty();
    assertThat(enumerator.snapshotState(1)).isEqualTo(HubEnumeratorState.NEW);
    context.triggerAllActions();
    assertThat(assigned(0)).hasSize(4);
  }

  @Test
  void failsTheJobWhereTheHubCannotBeRead() {
    hub.fail(new IllegalStateException("no such hub"));
    assertThatThrownBy(() -> start(1, LATEST, HubEnumeratorState.NEW, 0))
        .isInstanceOf(FlinkRuntimeException.class)
        .hasMessage("no such hub");
  }

  private HubEnumerator start(
      int parallelism, HubReading reading, HubEnumeratorState state, int... readers) {
    context = new TestingSplitEnumeratorContext<>(parallelism);
    HubEnumerator enumerator = new HubEnumerator(context, reading, hub, state);
    enumerator.start();
    for (int reader : readers) {
      context.registerReader(reader, "host");
      enumerator.addReader(reader);
    }
    context.triggerAllActions();
    return enumerator;
  }

  private List<String> assigned(int reader) {
    List<String> partitions = new ArrayList<>();
    context
        .getSplitAssignments()
        .get(reader)
        .getAssignedSplits()
        .forEach(split -> partitions.add(split.partition()));
    return partitions;
  }
}
