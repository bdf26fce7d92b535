package io.vigil.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.settings.Secret;
import io.vigil.source.HubAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The maximum parallelism of an operator stands in savepoints and can never change, so it may not
 * follow from how many tasks there happen to be; and neither may an operator's id, so each has a
 * uid. Seen red with: heartbeats in the task of alerts, where there is one; the documents of health
 * in as many tasks as the job has; a step without a uid.
 */
class MaxParallelismTest {
  /** Where no hub is: for a job that is put together and never runs. */
  static final HubAddress NOWHERE =
      new HubAddress(
          "localhost",
          "sensors",
          "localhost:1",
          Secret.of(
              "Endpoint=sb://localhost:1/;SharedAccessKeyName=a;SharedAccessKey=b;UseDevelopmentEmulator=true"));

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void isTheSameAtEveryParallelism(boolean live) throws Exception {
    Map<String, Integer> two = operators(2, live);
    assertThat(operators(1, live)).isEqualTo(two);
    assertThat(operators(4, live)).isEqualTo(two);
    assertThat(two.keySet()).noneMatch(name -> name.matches("[0-9a-f]{32} .*"));
    assertThat(two.values()).containsOnly(1, 128);
  }

  private Map<String, Integer> operators(int parallelism, boolean live) throws IOException {
    WholeJob job = new WholeJob(folder, NOWHERE, NOWHERE, List.of(), parallelism, 1, live);
    Files.writeString(job.file(), "{}\n");
    return GraphOperators.maxParallelism(
        job.defined(Optional.empty(), 0).getStreamGraph().getJobGraph());
  }
}
