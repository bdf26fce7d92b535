package io.vigil.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.sensor.MessageFormat;
import io.vigil.sensor.RawMessage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.ProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Seen red with: a refused version that takes the place of the one in force. */
class RulesFunctionTest {
  private static final String SHIPPED = RuleSet.shipped().text();

  private OneInputStreamOperatorTestHarness<RawMessage, String> harness;
  private long position;

  @BeforeEach
  void open() throws Exception {
    harness = harness();
    harness.open();
    harness.setProcessingTime(1_767_603_600_000L);
  }

  @Test
  void goodRulesGoRoundAndAreAnswered() throws Exception {
    send("a", version(2));
    assertThat(harness.extractOutputValues()).containsExactly(version(2));
    Answer answer = answers().get(0);
    assertThat(answer.id()).isEqualTo("a");
    assertThat(answer.actor()).isEqualTo("ops");
    assertThat(answer.verdict()).isEqualTo(Answer.Verdict.FOLLOWED);
    assertThat(answer.revision()).isEqualTo(2);
    assertThat(incidents()).isEmpty();
  }

  @Test
  void badRulesAreRefusedWithTheirPathAndTheOldOnesStay() throws Exception {
    send("bad", version(2).replace("after: 10 min", "after: 3 parsecs"));
    assertThat(harness.extractOutputValues()).isEmpty();
    Answer answer = answers().get(0);
    assertThat(answer.verdict()).isEqualTo(Answer.Verdict.REFUSED);
    assertThat(answer.reason()).contains("silence.after").contains("3 parsecs");
    assertThat(answer.revision()).isEqualTo(1);

    Incident incident = incidents().get(0);
    assertThat(incident.key().participantId()).isEmpty();
    assertThat(incident.key().type()).isEqualTo(AlertType.BAD_RULE);
    assertThat(incident.phase()).isEqualTo(Phase.BEGAN);
    assertThat(incident.evidence().sentence())
        .contains("version 1 stay in force")
        .contains("silence.after");
  }

  @Test
  void goodRulesEndTheIncident() throws Exception {
    send("bad", "version: 2");
    send("good", version(2));
    assertThat(incidents()).extracting(Incident::phase).containsExactly(Phase.BEGAN, Phase.ENDED);
    assertThat(incidents()).extracting(Incident::key).containsOnly(incidents().get(0).key());
  }

  @Test
  void oldRulesComeBackUnderAHigherVersionOnly() throws Exception {
    String first = version(2);
    String second = version(3).replace("after: 10 min", "after: 20 min");
    send("a", first);
    send("b", second);
    send("c", first);
    assertThat(answers().get(2).verdict()).isEqualTo(Answer.Verdict.REFUSED);
    assertThat(answers().get(2).reason()).contains("version 2 came").contains("above 3");
    send("d", version(4));
    assertThat(harness.extractOutputValues()).containsExactly(first, second, version(4));
  }

  /** The same message may be read again after a restart. */
  @Test
  void whatIsInForceAlreadyIsNoFault() throws Exception {
    send("a", version(2));
    send("a", version(2));
    assertThat(harness.extractOutputValues()).hasSize(1);
    assertThat(answers())
        .extracting(Answer::verdict)
        .containsExactly(Answer.Verdict.FOLLOWED, Answer.Verdict.FOLLOWED);
    assertThat(incidents()).isEmpty();
  }

  @Test
  void whatIsNoMessageIsRefusedToo() throws Exception {
    harness.processElement(new StreamRecord<>(message("no json")));
    assertThat(answers().get(0).verdict()).isEqualTo(Answer.Verdict.REFUSED);
    assertThat(answers().get(0).id()).isEqualTo("store-rules-0");
    assertThat(answers().get(0).reason()).contains("not parsable as JSON");
    assertThat(incidents()).hasSize(1);
  }

  /** Seen red with: rules that are not kept in checkpoints. */
  @Test
  void restoredDoorKnowsWhatIsInForceAndWhatWasRefused() throws Exception {
    send("a", version(5));
    send("bad", "version: 6");
    OperatorSubtaskState state = harness.snapshot(1, 1);
    harness.close();
    harness = harness();
    harness.initializeState(state);
    harness.open();
    harness.setProcessingTime(1_767_603_700_000L);
    send("old", version(4));
    assertThat(answers().get(0).reason()).contains("above 5");
    send("good", version(6));
    assertThat(incidents()).extracting(Incident::phase).containsExactly(Phase.BEGAN, Phase.ENDED);
  }

  private static String version(int version) {
    return SHIPPED.replace("version: 1\n", "version: " + version + "\n");
  }

  private void send(String id, String rules) throws Exception {
    harness.setProcessingTime(harness.getProcessingTime() + 1000);
    harness.processElement(
        new StreamRecord<>(message(RuleMessages.write(new NewRules(id, "ops", 0, rules)))));
  }

  private RawMessage message(String text) {
    return new RawMessage(
        MessageFormat.JSON, "", "store/rules", position++, text.getBytes(StandardCharsets.UTF_8));
  }

  private List<Answer> answers() {
    return side(harness.getSideOutput(RulesFunction.ANSWERS));
  }

  private List<Incident> incidents() {
    return side(harness.getSideOutput(RulesFunction.INCIDENTS));
  }

  private static <T> List<T> side(Iterable<StreamRecord<T>> records) {
    List<T> values = new ArrayList<>();
    if (records != null) {
      records.forEach(record -> values.add(record.getValue()));
    }
    return values;
  }

  private static OneInputStreamOperatorTestHarness<RawMessage, String> harness() throws Exception {
    return new OneInputStreamOperatorTestHarness<>(
        new ProcessOperator<>(new RulesFunction(AlertSettings.ofReplay().live())));
  }
}
