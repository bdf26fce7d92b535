package io.vigil.alert;

import io.vigil.settings.DurationKind;
import io.vigil.settings.Kind;
import io.vigil.settings.RefusedValue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A list of steps such as {@code 2 min family}. */
record EscalationChainKind() implements Kind<EscalationChain> {
  private static final int MOST_STEPS = 10;
  private static final DurationKind DELAY = new DurationKind(Duration.ZERO, Duration.ofDays(1));
  private static final Pattern FORM =
      Pattern.compile("\\s*(\\S+\\s*(?:d|h|min|s|ms))\\s+([\\p{L}\\p{N}_@.+-]{1,64})\\s*");

  @Override
  public Class<EscalationChain> type() {
    return EscalationChain.class;
  }

  @Override
  public String allowed() {
    return "nobody, or a list of at most %d steps like [0 s caregiver, 2 min family], each time after the step before"
        .formatted(MOST_STEPS);
  }

  @Override
  public EscalationChain read(String text) throws RefusedValue {
    return text.equals("nobody") ? new EscalationChain(List.of()) : read(List.of(text));
  }

  @Override
  public EscalationChain read(List<String> texts) throws RefusedValue {
    if (texts.size() > MOST_STEPS) {
      throw new RefusedValue("has " + texts.size() + " steps");
    }
    List<EscalationStep> steps = new ArrayList<>();
    for (String text : texts) {
      Matcher form = FORM.matcher(text);
      if (!form.matches()) {
        throw new RefusedValue("has a step of another form, '" + text + "'");
      }
      try {
        steps.add(new EscalationStep(DELAY.read(form.group(1)), form.group(2)));
      } catch (RefusedValue e) {
        throw new RefusedValue("has a step '%s' whose time %s".formatted(text, e.getMessage()));
      }
    }
    return new EscalationChain(steps);
  }
}
