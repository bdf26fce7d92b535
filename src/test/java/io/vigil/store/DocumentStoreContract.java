package io.vigil.store;

import static io.vigil.store.Forms.DAY;
import static io.vigil.store.Forms.NINE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.vigil.activity.ModelRef;
import io.vigil.learn.drift.DayHealth;
import io.vigil.store.DocumentStore.Changes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * What every store promises. Participants are of each test's own, so that it holds also where
 * others have left documents.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class DocumentStoreContract {
  private static final int MORE_THAN_A_PAGE = 1100;

  private DocumentStore store;
  private String test;

  /** Opens the store; called again, the same store as another process would. */
  protected abstract DocumentStore open() throws Exception;

  /** Whether the place in which the store keeps documents can be queried and asked for changes. */
  protected boolean knowsQueries() {
    return true;
  }

  /** Whether that place says so of a document that is not there, and does not fail instead. */
  protected boolean knowsWhatIsMissing() {
    return true;
  }

  @BeforeAll
  void openTheStore() throws Exception {
    store = open();
  }

  @BeforeEach
  void nameTheTest() {
    test = UUID.randomUUID().toString().substring(0, 8);
  }

  @AfterAll
  void closeTheStore() {
    if (store != null) {
      store.close();
    }
  }

  // Seen red with: SqliteDeleting without its line of numbers that must not come twice.
  @Test
  void whatIsDeletedIsGoneAndWhatComesAfterIsHeardOf() {
    assumeTrue(knowsQueries());
    Document kept = Forms.activity(participant("kept"), NINE, 0.9);
    Document gone = Forms.activity(participant("gone"), NINE, 0.9);
    store.upsert(List.of(kept));
    store.upsert(List.of(gone));
    String place = toTheEnd("");

    List<Document> found = new ArrayList<>();
    store.scan(Container.ACTIVITIES, participant("gone"), found::add);
    assertThat(found).containsExactly(gone);
    assertThat(store.delete(found)).isEqualTo(1);
    assertThat(store.delete(found)).isZero();
    store.scrub();

    found.clear();
    store.scan(Container.ACTIVITIES, participant("gone"), found::add);
    assertThat(found).isEmpty();
    store.scan(Container.ACTIVITIES, participant("kept"), found::add);
    assertThat(found).containsExactly(kept);
    Document later = Forms.activity(participant("later"), NINE, 0.9);
    store.upsert(List.of(later));
    assertThat(store.changes(Container.ACTIVITIES, place, 1000).documents()).contains(later);
  }

  private String toTheEnd(String from) {
    Changes page = store.changes(Container.ACTIVITIES, from, 1000);
    return page.more() ? toTheEnd(page.continuation()) : page.continuation();
  }

  // Seen red with: a partition key by participant for days of health.
  @Test
  void aDayOfHealthIsFoundAgainByItsDay() {
    DayHealth health =
        new DayHealth(
            20_458,
            new ModelRef(participant("m"), 3, "ab".repeat(32)),
            4,
            1,
            5000,
            List.of(
                new DayHealth.Stability("tilt", 0.31, 1), new DayHealth.Stability("said", 0, 0.4)),
            List.of(new DayHealth.Share("Walking", 0.25, 1)));
    Document day = HealthDocuments.day(health);
    store.upsert(List.of(day));
    store.upsert(List.of(day));
    Document found = store.find(Container.HEALTH, "", "2026-01-05", day.id()).orElseThrow();
    assertThat(HealthDocuments.read(found.body())).isEqualTo(health);
    assertThat(found.time()).isEqualTo(day.time());
    if (knowsQueries()) {
      assertThat(store.read(Container.HEALTH, "", "2026-01-05"))
          .extracting(Document::id)
          .containsOnlyOnce(day.id());
    }
  }

  @Test
  void aDocumentComesBackByteForByte() {
    String p = participant("a/ż 1");
    List<Document> documents =
        List.of(
            Forms.activity(p, NINE, 1.0),
            Forms.activity(p, NINE.plusMillis(500), 0.00012),
            Forms.prediction(p, NINE.plusNanos(123_000)),
            Forms.review(p, NINE),
            Forms.alert(p, NINE, 1));
    store.upsert(documents);
    for (Document document : documents) {
      assertThat(store.find(document.container(), p, DAY, document.id())).contains(document);
    }
  }

  @Test
  void whatIsAskedAndAnsweredComesBack() {
    String p = participant("p");
    List<Document> documents =
        List.of(
            Forms.command(p, p + "-c1"),
            Forms.answer(p, p + "-c1", 0),
            Forms.label(p, NINE),
            Forms.rules(p + "-7"));
    store.upsert(documents);
    for (Document document : documents) {
      assertThat(store.find(document.container(), document.participantId(), "", document.id()))
          .contains(document);
    }
  }

  /** Seen red with: answers without a revision. */
  @Test
  void theFirstAnswerStaysAsLongAsTheJobLives() {
    String p = participant("p");
    Document first = Forms.answer(p, p + "-c1", 0);
    Document again = Forms.refusal(p, p + "-c1", 0);
    Document ofTheNextLife = Forms.refusal(p, p + "-c1", 1);
    store.upsert(List.of(first));
    store.upsert(List.of(again));
    assertThat(store.find(Container.ANSWERS, p, "", first.id())).contains(first);
    store.upsert(List.of(ofTheNextLife));
    assertThat(store.find(Container.ANSWERS, p, "", first.id())).contains(ofTheNextLife);
  }

  @Test
  void aDeadLetterIsFoundByItsIdAlone() {
    queriesNeeded();
    Document letter = Forms.deadLetter(participant("file.csv"), 7);
    store.upsert(List.of(letter));
    assertThat(store.find(Container.DEAD_LETTERS, "", "", letter.id())).contains(letter);
  }

  @Test
  void whatIsNotThereIsNotFound() {
    assumeTrue(knowsWhatIsMissing(), "this place fails for what is not there");
    assertThat(store.find(Container.ALERTS, participant("nobody"), DAY, "none")).isEmpty();
    assertThat(store.find(Container.ACTIVITIES, participant("nobody"), DAY, "none")).isEmpty();
  }

  @Test
  void theLaterOfTwoWritesStays() {
    String p = participant("p");
    Document first = Forms.activity(p, NINE, 0.5);
    Document second = Forms.activity(p, NINE, 0.6);
    Document third = Forms.activity(p, NINE, 0.7);
    store.upsert(List.of(first));
    store.upsert(List.of(second, third));
    assertThat(store.find(Container.ACTIVITIES, p, DAY, first.id())).contains(third);
  }

  /** Seen red with: alerts written by upsert; a stored revision not compared with ours. */
  @Test
  void aRevisionIsWrittenOnlyOverAnOlderOne() {
    String p = participant("p");
    assertThat(afterWriting(p, 1)).isEqualTo(1);
    assertThat(afterWriting(p, 2)).isEqualTo(2);
    assertThat(afterWriting(p, 1)).isEqualTo(2);
    assertThat(afterWriting(p, 2)).isEqualTo(2);
    assertThat(afterWriting(p, 3)).isEqualTo(3);
    assertThat(afterWriting(p, 5, 4)).isEqualTo(5);
    assertThat(afterWriting(p, 1, 7, 6)).isEqualTo(7);
  }

  @Test
  void aLaterRevisionIsWrittenAlsoWhereNothingIs() {
    assumeTrue(knowsWhatIsMissing(), "this place fails for what is not there");
    assertThat(afterWriting(participant("p"), 9)).isEqualTo(9);
  }

  @Test
  void aParticipantsDayIsReadInOrderOfTime() {
    queriesNeeded();
    String p = participant("p");
    Document second = Forms.activity(p, NINE.plusMillis(500), 0.5);
    Document first = Forms.activity(p, NINE, 0.5);
    Document third = Forms.activity(p, NINE.plusSeconds(1), 0.5);
    Document nextDay = Forms.activity(p, NINE.plusSeconds(86_400), 0.5);
    store.upsert(List.of(second, third, nextDay, first, Forms.activity(p + "x", NINE, 0.5)));
    assertThat(store.read(Container.ACTIVITIES, p, DAY)).containsExactly(first, second, third);
    assertThat(store.read(Container.PREDICTIONS, p, DAY)).isEmpty();

    Document alert = Forms.alert(p, NINE, 1);
    store.upsert(List.of(alert));
    assertThat(store.read(Container.ALERTS, p, DAY)).containsExactly(alert);
    assertThat(store.read(Container.ALERTS, p, "2026-01-06")).isEmpty();
  }

  @Test
  void scansByParticipantThenTime() {
    queriesNeeded();
    List<Document> expected = new ArrayList<>();
    for (String p : List.of(participant("a"), participant("b"), participant("c"))) {
      expected.add(Forms.activity(p, NINE, 0.5));
      expected.add(Forms.activity(p, NINE.plusMillis(500), 0.5));
      expected.add(Forms.activity(p, NINE.plusSeconds(86_400), 0.5));
    }
    List<Document> shuffled = new ArrayList<>(expected);
    Collections.shuffle(shuffled, new Random(1));
    store.upsert(shuffled);
    List<Document> found = new ArrayList<>();
    store.scan(Container.ACTIVITIES, found::add);
    assertThat(found).filteredOn(this::ofThisTest).isEqualTo(expected);
  }

  @Test
  void knowsTheNewestOfEachParticipant() {
    queriesNeeded();
    String p = participant("a");
    String q = participant("b");
    Document newest = Forms.activity(p, NINE.plusSeconds(86_400).plusMillis(500), 0.5);
    Document other = Forms.activity(q, NINE, 0.5);
    store.upsert(
        List.of(
            Forms.activity(p, NINE.plusSeconds(86_400), 0.5),
            newest,
            Forms.activity(p, NINE.plusMillis(500), 0.5),
            other));
    assertThat(store.newest(Container.ACTIVITIES))
        .filteredOn(this::ofThisTest)
        .containsExactly(newest, other);
    Document alert = Forms.alert(p, NINE, 1);
    store.upsert(List.of(alert, Forms.alert(p, NINE.minusSeconds(1), 1)));
    assertThat(store.newest(Container.ALERTS)).filteredOn(this::ofThisTest).containsExactly(alert);
  }

  @Test
  void countsEachDocumentOnce() {
    queriesNeeded();
    String p = participant("p");
    long before = store.count(Container.PREDICTIONS);
    List<Document> many =
        IntStream.range(0, MORE_THAN_A_PAGE)
            .mapToObj(i -> Forms.prediction(p + i % 7, NINE.plusSeconds(i)))
            .toList();
    store.upsert(many);
    store.upsert(many);
    assertThat(store.count(Container.PREDICTIONS)).isEqualTo(before + MORE_THAN_A_PAGE);
    List<Document> found = new ArrayList<>();
    store.scan(Container.PREDICTIONS, found::add);
    assertThat(found).filteredOn(this::ofThisTest).hasSameElementsAs(many);
    assertThat(found).filteredOn(this::ofThisTest).hasSameSizeAs(many);
  }

  @Test
  void tellsWhatChangedAlsoToAnotherProcess() throws Exception {
    queriesNeeded();
    String p = participant("p");
    Document one = Forms.alert(p, NINE, 1);
    Document two = Forms.alert(p, NINE.plusSeconds(1), 1);
    store.upsert(List.of(one));
    store.upsert(List.of(two));
    String seen = allChanges(store, "", 2, one, two);

    Document renewed = Forms.alert(p, NINE, 2);
    Document elsewhere = Forms.alert(p + "x", NINE, 1);
    store.upsert(List.of(renewed));
    store.upsert(List.of(elsewhere));
    try (DocumentStore another = open()) {
      String end = allChanges(another, seen, 1, renewed, elsewhere);
      assertThat(another.changes(Container.ALERTS, end, 10).documents()).isEmpty();
    }
    allChanges(store, "", 1000, two, renewed, elsewhere);
  }

  @Test
  void aDocumentOfAMegabyteComesBack() {
    Document letter = Forms.alert(participant("p"), NINE, 1);
    String body =
        letter.body().replace("\"occurrences\":[]", "\"note\":\"" + "ż".repeat(500_000) + "\"");
    Document large =
        new Document(
            letter.container(), letter.id(), letter.participantId(), DAY, letter.time(), 1, body);
    store.upsert(List.of(large));
    assertThat(store.find(Container.ALERTS, large.participantId(), DAY, large.id()))
        .contains(large);
  }

  @Test
  void theNewestHeartbeatStays() {
    store.upsert(List.of(Forms.heartbeat(NINE)));
    store.upsert(List.of(Forms.heartbeat(NINE.plusSeconds(10))));
    Document newest = Forms.heartbeat(NINE.plusSeconds(10));
    assertThat(store.find(Container.HEARTBEATS, "", "", newest.id())).contains(newest);
    if (knowsQueries()) {
      assertThat(store.newest(Container.HEARTBEATS)).containsExactly(newest);
      assertThat(store.changes(Container.HEARTBEATS, "", 10).documents()).containsExactly(newest);
    }
  }

  private long afterWriting(String p, long... revisions) {
    List<Document> forms = new ArrayList<>();
    for (long revision : revisions) {
      forms.add(Forms.alert(p, NINE, revision));
    }
    store.upsert(forms);
    return store
        .find(Container.ALERTS, p, DAY, forms.get(0).id())
        .map(Document::revision)
        .orElse(0L);
  }

  /**
   * Reads changes to their end and expects these among this test's, each participant's in order.
   */
  private String allChanges(
      DocumentStore from, String continuation, int most, Document... expected) {
    List<Document> changed = new ArrayList<>();
    Changes page = from.changes(Container.ALERTS, continuation, most);
    changed.addAll(page.documents());
    while (page.more()) {
      page = from.changes(Container.ALERTS, page.continuation(), most);
      changed.addAll(page.documents());
    }
    changed.removeIf(document -> !ofThisTest(document));
    assertThat(changed).containsExactlyInAnyOrder(expected);
    for (String whose : changed.stream().map(Document::participantId).distinct().toList()) {
      assertThat(changed)
          .filteredOn(document -> document.participantId().equals(whose))
          .containsExactlyElementsOf(
              List.of(expected).stream().filter(d -> d.participantId().equals(whose)).toList());
    }
    return page.continuation();
  }

  private String participant(String name) {
    return test + name;
  }

  private boolean ofThisTest(Document document) {
    return document.participantId().startsWith(test);
  }

  private void queriesNeeded() {
    assumeTrue(knowsQueries(), "this place serves neither queries nor changes");
  }
}
