package io.vigil.store.cosmos;

import static io.vigil.store.cosmos.CosmosAnswer.Verdict.DONE;
import static io.vigil.store.cosmos.CosmosAnswer.Verdict.LOOK_AGAIN;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.store.cosmos.CosmosAnswer.Verdict;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CosmosAnswerTest {

  @ParameterizedTest(name = "{0} answered {1}/{2} is {3}")
  @CsvSource({
    "UPSERT, 200, 0, DONE",
    "UPSERT, 201, 0, DONE",
    "READ, 200, 0, DONE",
    "CREATE, 409, 0, LOOK_AGAIN",
    "REPLACE, 412, 0, LOOK_AGAIN",
    "REPLACE, 404, 0, LOOK_AGAIN",
    "READ, 404, 0, LOOK_AGAIN",
    "UPSERT, 409, 0, RETRY",
    "UPSERT, 412, 0, RETRY",
    "UPSERT, 429, 3200, RETRY",
    "UPSERT, 449, 0, RETRY",
    "UPSERT, 503, 0, RETRY",
    "UPSERT, 503, 20003, RETRY",
    "UPSERT, 503, 10001, RETRY",
    "UPSERT, 500, 0, RETRY",
    "UPSERT, 408, 0, RETRY",
    "UPSERT, 408, 20008, RETRY",
    "UPSERT, 410, 1002, RETRY",
    "UPSERT, 410, 1007, RETRY",
    "READ, 404, 1002, RETRY",
    "UPSERT, 403, 3, RETRY",
    "UPSERT, 0, 0, RETRY",
    "UPSERT, 424, 0, RETRY",
    "UPSERT, 502, 0, RETRY",
    "UPSERT, 599, 0, RETRY",
    "UPSERT, 400, 0, DEAD_LETTER",
    "UPSERT, 413, 0, DEAD_LETTER",
    "UPSERT, 403, 1014, DEAD_LETTER",
    "UPSERT, 405, 0, DEAD_LETTER",
    "UPSERT, 401, 0, FATAL",
    "UPSERT, 403, 0, FATAL",
    "UPSERT, 404, 0, FATAL",
    "READ, 404, 1003, FATAL",
    "UPSERT, 400, 1001, FATAL"
  })
  void everyStatusHasItsVerdict(Step step, int status, int subStatus, Verdict verdict) {
    assertThat(CosmosAnswer.of(step, status, subStatus).verdict()).isEqualTo(verdict);
  }

  @ParameterizedTest
  @EnumSource
  void everyAnswerHasItsReasonAndWhatIsWrongItsAdvice(CosmosAnswer answer) {
    assertThat(answer.reason()).isNotEmpty();
    boolean speaks = answer.verdict() == DONE || answer.verdict() == LOOK_AGAIN;
    assertThat(answer.advice().isEmpty()).isEqualTo(speaks);
  }
}
