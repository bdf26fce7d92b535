package io.vigil.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ErasureMessagesTest {
  @Test
  void readsWhatTheStoreKeeps() {
    Erasure erasure = ErasureMessages.read(message("e1"));
    assertThat(erasure)
        .isEqualTo(
            new Erasure(
                "e1", "p1", Instant.parse("2026-01-05T10:00:00Z").toEpochMilli() * 1000, false));
  }

  /** The job would close and hand on what the erased had open. Seen red with: any id allowed. */
  @ParameterizedTest
  @ValueSource(strings = {"gone", "end"})
  void theJobsOwnWordsAreNoIds(String id) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ErasureMessages.read(message(id)))
        .withMessageContaining("id " + id)
        .withMessageContaining("nobody is forgotten");
  }

  private static String message(String id) {
    return "{\"id\":\"%s\",\"participantId\":\"p1\",\"at\":\"2026-01-05T10:00:00Z\",\"state\":\"ASKED\"}"
        .formatted(id);
  }
}
