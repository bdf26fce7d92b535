package io.vigil.alert;

import io.vigil.metric.JobMetric;
import io.vigil.metric.Metrics;
import io.vigil.sensor.RawMessage;
import java.util.List;
import java.util.Optional;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * The door for new rules, one for the whole job: only good ones of a higher version pass, and are
 * sent round as text. Bad ones are answered with why, and are an incident for the operators until
 * good ones come; those in force stay.
 */
public final class RulesFunction extends ProcessFunction<RawMessage, String>
    implements CheckpointedFunction {
  private static final long serialVersionUID = 1L;

  /** What became of rules. */
  public static final OutputTag<Answer> ANSWERS =
      new OutputTag<>("rule-answers", TypeInformation.of(Answer.class));

  /** Rules were refused, or good ones came after. */
  public static final OutputTag<Incident> INCIDENTS =
      new OutputTag<>("rule-incidents", TypeInformation.of(Incident.class));

  private final AlertSettings settings;

  private transient ListState<String> kept;
  private transient ListState<Long> badAtKept;
  private transient RuleSet inForce;
  private transient long badAt;
  private transient Counter taken;
  private transient Counter refused;

  public RulesFunction(AlertSettings settings) {
    this.settings = settings;
  }

  @Override
  public void initializeState(FunctionInitializationContext context) throws Exception {
    kept =
        context
            .getOperatorStateStore()
            .getListState(new ListStateDescriptor<>("rules", Types.STRING));
    badAtKept =
        context
            .getOperatorStateStore()
            .getListState(new ListStateDescriptor<>("bad-at", Types.LONG));
    inForce = RuleSet.read("rules.yaml", settings.rules());
    for (String text : kept.get()) {
      inForce = inForce.orNewer(text);
    }
    badAt = Alert.NEVER;
    for (long moment : badAtKept.get()) {
      badAt = moment;
    }
  }

  @Override
  public void open(OpenContext context) {
    MetricGroup metrics = getRuntimeContext().getMetricGroup();
    taken = Metrics.counter(metrics, JobMetric.RULES_TAKEN);
    refused = Metrics.counter(metrics, JobMetric.RULES_REFUSED);
  }

  @Override
  public void snapshotState(FunctionSnapshotContext context) throws Exception {
    kept.update(List.of(inForce.text()));
    badAtKept.update(badAt == Alert.NEVER ? List.of() : List.of(badAt));
  }

  @Override
  public void processElement(RawMessage message, Context context, Collector<String> out) {
    long now = context.timerService().currentProcessingTime() * 1000;
    String place = message.source().replace('/', '-') + "-" + message.position();
    NewRules rules = new NewRules(place, "", now, "");
    try {
      rules = RuleMessages.read(message.payload());
      RuleSet next = RuleSet.read("rules " + rules.id(), rules.text());
      if (next.sameAs(inForce)) {
        answer(context, rules, now, Answer.Verdict.FOLLOWED, "");
        return;
      }
      Optional<String> refusal = next.refusalAfter(inForce);
      if (refusal.isPresent()) {
        refuse(context, rules, now, refusal.get());
        return;
      }
      inForce = next;
      taken.inc();
      out.collect(rules.text());
      answer(context, rules, now, Answer.Verdict.FOLLOWED, "");
      goodAgain(context, now);
    } catch (IllegalArgumentException e) {
      refuse(context, rules, now, e.getMessage());
    }
  }

  private void refuse(Context context, NewRules rules, long now, String reason) {
    refused.inc();
    answer(context, rules, now, Answer.Verdict.REFUSED, reason);
    badAt = now;
    String sentence =
        "Rules were refused, those of version %d stay in force: %s"
            .formatted(inForce.version(), AskedFields.firstLine(reason));
    incident(context, Phase.BEGAN, now, sentence);
  }

  private void goodAgain(Context context, long now) {
    if (badAt != Alert.NEVER) {
      incident(
          context,
          Phase.ENDED,
          now,
          "Good rules came, of version %d.".formatted(inForce.version()));
      badAt = Alert.NEVER;
    }
  }

  private void incident(Context context, Phase phase, long now, String sentence) {
    context.output(
        INCIDENTS,
        new Incident(
            new AlertKey("", AlertType.BAD_RULE, badAt),
            phase,
            now,
            Severity.WARNING,
            Evidence.of(sentence, new Measure("versionInForce", inForce.version())),
            inForce.forParticipant("").ref(AlertType.BAD_RULE),
            Incident.NO_MODEL));
  }

  private void answer(
      Context context, NewRules rules, long now, Answer.Verdict verdict, String reason) {
    context.output(
        ANSWERS,
        new Answer(
            rules.id(),
            "",
            "",
            "rules",
            rules.actor(),
            now,
            verdict,
            reason,
            inForce.version(),
            0));
  }
}
