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
    String participant = name.codePoints().anyMatch(c -> c >= 0xD800 && c < 0xE000) ? "_" : name;
    AlertKey key = new AlertKey(participant, type, MadeUpAlerts.NINE + 1);
    assertThat(KeptAlerts.participantOf(key.id())).isEqualTo(participant);
  }

  @Property(tries = 200)
  void whatIsNoIdIsNobodys(@ForAll String text) {
    assertThat(KeptAlerts.participantOf(text)).isNotNull();
  }
}
