package io.vigil.alert;

import io.vigil.model.TakeoverVerdict;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichMapFunction;

/** Makes an incident for the operators of a model that was refused, and ends it. */
public final class ModelIncidentFunction extends RichMapFunction<TakeoverVerdict, Incident> {
  private static final long serialVersionUID = 1L;

  private final AlertSettings settings;
  private transient RuleRef rule;

  public ModelIncidentFunction(AlertSettings settings) {
    this.settings = settings;
  }

  @Override
  public void open(OpenContext context) {
    rule = RuleSet.read("rules.yaml", settings.rules()).forParticipant("").ref(AlertType.BAD_MODEL);
  }

  @Override
  public Incident map(TakeoverVerdict verdict) {
    return new Incident(
        new AlertKey("", AlertType.BAD_MODEL, verdict.since()),
        verdict.refused() ? Phase.BEGAN : Phase.ENDED,
        verdict.at(),
        Severity.WARNING,
        Evidence.of(sentence(verdict), new Measure("promotion", verdict.revision())),
        rule,
        Incident.NO_MODEL);
  }

  private static String sentence(TakeoverVerdict verdict) {
    return verdict.refused()
        ? "A model for %s was refused, the one in force goes on: %s"
            .formatted(verdict.place(), AskedFields.firstLine(verdict.reason()))
        : "A good model came for %s.".formatted(verdict.place());
  }
}
