package io.vigil.alert;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;

class AlertKeyTest {

  /** Seen red with: an id cut at its first underscore. */
  @Property(tries = 300)
  void anIdSaysItsKey(
      @ForAll
          @AlphaChars
          @NumericChars
          @Chars({'_', '-', ' ', '/', '%', 'é', '+'})
          @StringLength(max = 12)
          String participantId,
      @ForAll AlertType type,
      @ForAll @LongRange(min = 0, max = 4_000_000_000_000_000L) long start) {
    AlertKey key = new AlertKey(participantId, type, start);
    assertThat(AlertKey.of(key.id())).contains(key);
  }

  @Example
  void whatIsNoIdIsNone() {
    assertThat(AlertKey.of("")).isEmpty();
    assertThat(AlertKey.of("p1")).isEmpty();
    assertThat(AlertKey.of("p1_fall_today")).isEmpty();
    assertThat(AlertKey.of("p1_party_2026-01-01T00:00:00Z")).isEmpty();
    assertThat(AlertKey.of("%zz_fall_2026-01-01T00:00:00Z")).isEmpty();
    assertThat(AlertKey.of("p1_FALL_2026-01-01T00:00:00Z")).isEmpty();
  }
}
