package io.vigil.feed.hook;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.feed.hook.Reply.Verdict;
import java.net.http.HttpHeaders;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplyTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-01-05T09:00:00Z"), ZoneOffset.UTC);

  @ParameterizedTest
  @CsvSource({
    "200, DELIVERED",
    "202, DELIVERED",
    "204, DELIVERED",
    "301, RETRY",
    "302, RETRY",
    "307, RETRY",
    "400, DEAD",
    "401, DEAD",
    "403, DEAD",
    "404, DEAD",
    "413, DEAD",
    "422, DEAD",
    "408, RETRY",
    "425, RETRY",
    "429, RETRY",
    "410, GONE",
    "500, RETRY",
    "502, RETRY",
    "503, RETRY",
    "504, RETRY",
    "599, RETRY"
  })
  void anAnswerMeansOneThing(int status, Verdict verdict) {
    Reply reply = Reply.of(status, Optional.empty());
    assertThat(reply.verdict()).isEqualTo(verdict);
    assertThat(reply.words()).contains(Integer.toString(status));
  }

  @ParameterizedTest
  @CsvSource({
    "120, 120",
    "0, 0",
    "'Mon, 05 Jan 2026 09:02:00 GMT', 120",
    "'Mon, 05 Jan 2026 08:00:00 GMT', -1",
    "soon, -1",
    "-5, -1",
    "99999999999999999999, -1"
  })
  void aPauseIsSecondsOrADate(String text, long seconds) {
    HttpHeaders headers = HttpHeaders.of(Map.of("Retry-After", List.of(text)), (a, b) -> true);
    assertThat(RetryAfter.of(headers, CLOCK))
        .isEqualTo(seconds < 0 ? Optional.empty() : Optional.of(Duration.ofSeconds(seconds)));
  }
}
