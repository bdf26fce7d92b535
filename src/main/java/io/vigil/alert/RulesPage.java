package io.vigil.alert;

import io.vigil.settings.Setting;
import io.vigil.settings.Table;
import java.util.ArrayList;
import java.util.List;

/** The reference page of all rules, made from the table so that it cannot be wrong. */
final class RulesPage {

  static String markdown() {
    List<Setting<?>> listed = new ArrayList<>();
    listed.add(RuleTable.VERSION);
    listed.addAll(RuleTable.COMMON);
    return """
        # Rules

        `rules.yaml` says when somebody needs help, and who is called. The one inside the program is
        `src/main/resources/rules.yaml`: copy it and change what differs. Its thresholds have no defaults in the code,
        so a file that leaves one out is refused; so is one with an unknown rule, an absurd value or a schedule that
        overlaps, with the line of each problem, and the rules in force stay.

        Every rule but `version` can be said again for one person, under `participants` and their name:

        ```yaml
        participants:
          anna:
            inactivity:
              byDay: 1 h
        ```

        Rules are rolled back by giving the old ones a higher `version`. Durations are written with their unit:
        `500 ms`, `2 s`, `10 min`, `1 h`, `1 d`.

        This page is made from the code.

        """
        + new Table("rule", "", listed).rows();
  }

  private RulesPage() {}
}
