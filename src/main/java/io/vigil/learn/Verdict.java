package io.vigil.learn;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What reviewers together say of a window.
 *
 * @param standing how far they are
 * @param activity that is settled, or {@link Label#NOT_WORN}; the empty string where nothing is
 * @param answers the newest of each reviewer, by reviewer, without those that were taken back
 */
public record Verdict(Standing standing, String activity, List<Label> answers) {

  /** How far reviewers are with a window. */
  public enum Standing {
    /** Nobody has said anything. */
    OPEN,
    /** Whoever looked could not say. */
    NOT_SURE,
    /** Reviewers differ, and as many say one thing as another. */
    CONTESTED,
    /** More say this than anything else. */
    SETTLED
  }

  public Verdict {
    answers = List.copyOf(answers);
  }

  /**
   * Of answers: settled is what more reviewers say than say anything else, so that a third one
   * decides between two, and so does one of the two who gives in.
   *
   * @param newest of each reviewer
   */
  static Verdict of(List<Label> newest) {
    List<Label> answers = new ArrayList<>();
    Map<String, Integer> votes = new TreeMap<>();
    for (Label answer : newest) {
      if (!answer.activity().equals(Label.TAKEN_BACK)) {
        answers.add(answer);
      }
      if (answer.isDefinite()) {
        votes.merge(answer.activity(), 1, Integer::sum);
      }
    }
    if (votes.isEmpty()) {
      return new Verdict(answers.isEmpty() ? Standing.OPEN : Standing.NOT_SURE, "", answers);
    }
    int most = votes.values().stream().mapToInt(Integer::intValue).max().getAsInt();
    List<String> leading =
        votes.keySet().stream().filter(activity -> votes.get(activity) == most).toList();
    return leading.size() == 1
        ? new Verdict(Standing.SETTLED, leading.get(0), answers)
        : new Verdict(Standing.CONTESTED, "", answers);
  }

  /** What this reviewer says, where they have said something. */
  public Optional<Label> by(String reviewer) {
    return answers.stream().filter(answer -> answer.reviewer().equals(reviewer)).findFirst();
  }

  /** The activity, where it is settled and somebody wore the sensor: what can be trained on. */
  public Optional<String> label() {
    return standing == Standing.SETTLED && !activity.equals(Label.NOT_WORN)
        ? Optional.of(activity)
        : Optional.empty();
  }
}
