package io.vigil.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PromQlTest {

  /** Seen red with: what stands in square brackets read as names. */
  @Test
  void findsWhatIsAskedFor() {
    PromQl query =
        PromQl.of(
            "histogram_quantile(0.99, sum by (le, route) (rate(a_bucket{x=\"}\", y=~\"p|q\"}[5m:1m])))"
                + " / on (z) (time() - max(b) offset 1w > 1e3) unless c");
    assertThat(query.selectors().stream().map(PromQl.Selector::metric))
        .containsExactly("a_bucket", "b", "c");
    assertThat(query.grouping()).containsExactly("le", "route", "z");
    assertThat(query.selectors().get(0).labels().get("x").matcher("}").matches()).isTrue();
    assertThat(query.selectors().get(0).labels().get("y").matcher("q").matches()).isTrue();
  }
}
