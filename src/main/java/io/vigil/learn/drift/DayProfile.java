package io.vigil.learn.drift;

import io.vigil.activity.ModelRef;
import java.util.List;

/**
 * A participant's day, or the part of it that one model scored, beside what its training lets
 * expect. Who adds days up needs no model.
 *
 * @param participantId whose
 * @param day since the epoch, in UTC
 * @param model that scored it
 * @param trained people the model was trained on
 * @param said what the model can say, the unknown at last
 * @param changed whether the participant's days have changed
 * @param spreads of the features, and at last of what was said
 */
public record DayProfile(
    String participantId,
    long day,
    ModelRef model,
    int trained,
    List<String> said,
    boolean changed,
    List<Spread> spreads) {}
