package io.vigil.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.alert.AlertKey;
import io.vigil.alert.AlertType;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class KeptAlertsTest {

  /** Seen red with: the id cut at its first underscore. */
  @Property(tries = 200)
  void anIdSaysWhoseItIs(@ForAll String name, @ForAll AlertType type) {
    String participant = name.replaceAll("\\p{Cs}", "") + "_" + type;
    AlertKey key = new AlertKey(participant, type, MadeUpAlerts.NINE + 1);
    assertThat(KeptAlerts.participantOf(key.id())).isEqualTo(participant);
  }

  @Property(tries = 200)
  void whatIsNoIdIsNobodys(@ForAll String text) {
    assertThat(KeptAlerts.participantOf(text)).isNotNull();
  }
}
