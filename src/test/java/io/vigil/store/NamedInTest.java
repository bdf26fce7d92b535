package io.vigil.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NamedInTest {

  /** Seen red with: an id looked for wherever it stands. */
  @Test
  void aShortIdIsFoundOnlyWhereMessagesHaveIds() {
    NamedIn named = new NamedIn(Set.of("7", "p-abc"));
    assertThat(named.in(bytes("{\"participantId\":\"7\",\"x\":1"))).isTrue();
    assertThat(named.in(bytes("h,t\n7,2026,1\n"))).isTrue();
    assertThat(named.in(new byte[] {0, 2, '7', 4})).isTrue();
    assertThat(named.in(bytes("p-abc,2026"))).isTrue();
    assertThat(named.in(bytes("{\"participantId\":\"17\",\"x\":7, \"y\":[7,7]"))).isFalse();
    assertThat(named.in(bytes("h,t\n17,7,7\n"))).isFalse();
    assertThat(named.in(bytes("people: p-abcd"))).isFalse();
  }

  @Test
  void aWordOfATextIsFoundAndAPartOfOneIsNot() {
    NamedIn named = new NamedIn(Set.of("anna"));
    assertThat(named.anywhereIn("people:\n  anna: {}\n")).isTrue();
    assertThat(named.anywhereIn("people:\n  anna-2: {}\n  annabel: {}")).isFalse();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
