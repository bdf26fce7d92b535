package io.vigil.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigil.activity.ModelRef;
import io.vigil.alert.Alert;
import io.vigil.alert.AlertKey;
import io.vigil.alert.AlertType;
import io.vigil.alert.Care;
import io.vigil.alert.Entry;
import io.vigil.alert.Evidence;
import io.vigil.alert.History;
import io.vigil.alert.Measure;
import io.vigil.alert.Occurrence;
import io.vigil.alert.Occurrences;
import io.vigil.alert.Origin;
import io.vigil.alert.RuleRef;
import io.vigil.alert.Severity;
import io.vigil.alert.Status;
import io.vigil.alert.Times;
import io.vigil.alert.Waits;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class AlertDocumentsTest {
  private static final long NINE = 1_767_603_600_000_000L;
  private static final long SECOND = 1_000_000;

  @Example
  void anAlertHasTheFieldsOfTheContractInTheirOrder() {
    Document document = AlertDocuments.alert(alert());

    assertThat(document.body())
        .isEqualTo(
            "{\"id\":\"p+1_fall_2026-01-05T09:00:00Z\",\"participantId\":\"p 1\",\"type\":\"FALL\","
                + "\"severity\":\"MAJOR\",\"status\":\"ACTIVE_ACK\",\"startTs\":\"2026-01-05T09:00:00Z\","
                + "\"detectedTs\":\"2026-01-05T09:00:02Z\",\"endTs\":null,"
                + "\"ackTs\":\"2026-01-05T09:00:20Z\",\"ackBy\":\"ann\",\"clearTs\":null,\"assignee\":\"\","
                + "\"snoozedUntil\":null,\"escalation\":{\"level\":1,\"calls\":\"caregiver\",\"nextTs\":null,"
                + "\"nextCalls\":\"\",\"okUntil\":null,\"clearsTs\":null},"
                + "\"occurrences\":[{\"startTs\":\"2026-01-05T09:00:00Z\",\"severity\":\"MAJOR\","
                + "\"sentence\":\"Fell.\"}],\"occurrencesFolded\":0,"
                + "\"evidence\":{\"sentence\":\"Fell.\",\"peakG\":3.25,\"samples\":\"AAAA\"},"
                + "\"history\":[{\"ts\":\"2026-01-05T09:00:20Z\",\"actor\":\"ann\","
                + "\"action\":\"acknowledged\",\"reason\":\"\"}],\"historyFolded\":2,"
                + "\"delayed\":true,\"ageMicros\":3600000000,\"replay\":false,\"revision\":7,"
                + "\"model\":{\"name\":\"fall\",\"version\":3,\"sha256\":\"ab12\"},"
                + "\"rule\":{\"id\":\"fall\",\"version\":4},\"schemaVersion\":1}");
    assertThat(document)
        .extracting(Document::container, Document::id, Document::time, Document::revision)
        .containsExactly(Container.ALERTS, "p+1_fall_2026-01-05T09:00:00Z", NINE, 7L);
  }

  /** Seen red with: acknowledged and cleared exchanged; a time rounded to milliseconds. */
  @Property(tries = 200)
  void whatIsReadBackIsWhatWasWritten(@ForAll Random random) {
    Alert alert = any(random);
    assertThat(AlertReading.read(AlertDocuments.alert(alert).body())).isEqualTo(alert);
  }

  /** Seen red with: the field asked for as one that is always there. */
  @Example
  void aDocumentOfBeforeItWasWrittenWhomTheNextStepCallsIsRead() {
    String older = AlertDocuments.alert(alert()).body().replace("\"nextCalls\":\"\",", "");
    assertThat(older).doesNotContain("nextCalls");
    assertThat(AlertReading.read(older)).isEqualTo(alert());
  }

  @Example
  void whatIsNoAlertIsRefused() {
    for (String body :
        List.of(
            "",
            "{",
            "[]",
            "{\"id\":\"x\"}",
            "7",
            AlertDocuments.alert(alert()).body().replace("\"FALL\"", "\"FELL\""))) {
      assertThatThrownBy(() -> AlertReading.read(body))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  private static Alert alert() {
    return new Alert(
        new AlertKey("p 1", AlertType.FALL, NINE),
        Severity.MAJOR,
        Status.ACTIVE_ACK,
        new Times(NINE + 2 * SECOND, Alert.NEVER, NINE + 20 * SECOND, Alert.NEVER),
        new Care("ann", "", 1, "caregiver"),
        new Waits(Alert.NEVER, Alert.NEVER, "", Alert.NEVER, Alert.NEVER),
        new Occurrences(0, List.of(new Occurrence(NINE, Severity.MAJOR, "Fell."))),
        new Evidence("Fell.", List.of(new Measure("peakG", 3.25)), "AAAA"),
        new History(2, List.of(new Entry(NINE + 20 * SECOND, "ann", "acknowledged", ""))),
        new Origin(3600 * SECOND, false, new RuleRef("fall", 4), new ModelRef("fall", 3, "ab12")),
        7);
  }

  private static Alert any(Random random) {
    return new Alert(
        new AlertKey("p" + random.nextInt(), any(random, AlertType.values()), time(random)),
        any(random, Severity.values()),
        any(random, Status.values()),
        new Times(time(random), maybe(random), maybe(random), maybe(random)),
        new Care(text(random), text(random), random.nextInt(9), text(random)),
        new Waits(maybe(random), maybe(random), text(random), maybe(random), maybe(random)),
        new Occurrences(
            random.nextInt(9), List.of(new Occurrence(time(random), Severity.MINOR, text(random)))),
        new Evidence(
            text(random),
            List.of(
                new Measure("one", random.nextInt(100) / 8.0),
                new Measure("two", random.nextGaussian())),
            random.nextBoolean() ? "" : "QUJD"),
        new History(
            random.nextInt(9),
            List.of(new Entry(time(random), text(random), text(random), text(random)))),
        new Origin(
            random.nextInt(2) * 7L,
            random.nextBoolean(),
            new RuleRef(text(random), random.nextInt(99)),
            new ModelRef(text(random), random.nextInt(99), text(random))),
        random.nextInt(1_000));
  }

  private static long maybe(Random random) {
    return random.nextBoolean() ? Alert.NEVER : time(random);
  }

  private static long time(Random random) {
    return NINE + random.nextInt();
  }

  private static String text(Random random) {
    return List.of("", "ann", "\"quoted\" \u00e9 \\ \n", "\u4f60").get(random.nextInt(4));
  }

  private static <T> T any(Random random, T[] all) {
    return all[random.nextInt(all.length)];
  }
}
