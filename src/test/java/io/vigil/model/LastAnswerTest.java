package io.vigil.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LastAnswerTest {
  private final List<String> computed = new ArrayList<>();
  private final LastAnswer<String, Integer> lengths =
      new LastAnswer<>(
          text -> {
            computed.add(text);
            if (text.isEmpty()) {
              throw new IllegalArgumentException("nothing");
            }
            return text.length();
          });

  /** Seen red with: the last answer given whatever is asked. */
  @Test
  void isComputedOnceWhileTheSameIsAsked() {
    assertThat(lengths.to("rules")).isEqualTo(5);
    assertThat(lengths.to(new String("rules"))).isEqualTo(5);
    assertThat(lengths.to("model of falls")).isEqualTo(14);
    assertThat(lengths.to("rules")).isEqualTo(5);

    assertThat(computed).containsExactly("rules", "model of falls", "rules");
  }

  /** Seen red with: the question remembered before it was answered. */
  @Test
  void aRefusalIsNoAnswer() {
    lengths.to("rules");

    assertThatThrownBy(() -> lengths.to("")).hasMessage("nothing");
    assertThatThrownBy(() -> lengths.to("")).hasMessage("nothing");
    assertThat(lengths.to("rules")).isEqualTo(5);
  }
}
