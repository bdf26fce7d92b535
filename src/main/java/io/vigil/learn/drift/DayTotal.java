package io.vigil.learn.drift;

import io.vigil.activity.ModelRef;
import java.util.List;
import java.util.stream.IntStream;

/**
 * All participants' parts of a day that one model scored, added up.
 *
 * @param day since the epoch, in UTC
 * @param model that scored them
 * @param trained people the model was trained on
 * @param said what the model can say, the unknown at last
 * @param participants how many
 * @param changed how many of them have days unlike their own before
 * @param spreads of the features, and at last of what was said
 * @param told whether this was handed on as it is
 */
public record DayTotal(
    long day,
    ModelRef model,
    int trained,
    List<String> said,
    int participants,
    int changed,
    List<Spread> spreads,
    boolean told) {

  /** Of one participant. */
  static DayTotal of(DayProfile part) {
    return new DayTotal(
        part.day(),
        part.model(),
        part.trained(),
        part.said(),
        1,
        part.changed() ? 1 : 0,
        part.spreads(),
        false);
  }

  /** With another participant's part. */
  DayTotal and(DayProfile part) {
    return new DayTotal(
        day,
        model,
        trained,
        said,
        participants + 1,
        changed + (part.changed() ? 1 : 0),
        IntStream.range(0, spreads.size())
            .mapToObj(s -> spreads.get(s).and(part.spreads().get(s)))
            .toList(),
        false);
  }

  /** The same, handed on. */
  DayTotal asTold() {
    return new DayTotal(day, model, trained, said, participants, changed, spreads, true);
  }

  /** What is to be said of it. */
  public DayHealth health() {
    Spread ofSaid = spreads.get(spreads.size() - 1);
    long windows = ofSaid.windows();
    return new DayHealth(
        day,
        model,
        participants,
        changed,
        windows,
        spreads.stream()
            .map(
                spread ->
                    new DayHealth.Stability(
                        spread.name(), spread.index(), spread.limit(participants, trained)))
            .toList(),
        IntStream.range(0, said.size())
            .mapToObj(
                c ->
                    new DayHealth.Share(
                        said.get(c),
                        windows == 0 ? 0 : (double) ofSaid.seen()[c] / windows,
                        ofSaid.expectedShare(c)))
            .toList());
  }
}
