package io.vigil.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.vigil.simulate.Truth;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import picocli.CommandLine.Option;

/** Whether and how alerts are compared with what happened. */
final class AlertOptions {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .build();

  @Option(
      names = "--alerts",
      description =
          "Compare alerts with what happened, instead of labels. A participant is a trial whose id says"
              + " whether there is a fall (SA01-F05-R02, SA01-D05-R02), or a day without a fall.")
  boolean alerts;

  @Option(
      names = "--truth",
      paramLabel = "FILE",
      description = "With --alerts: a truth.json as `vigil generate` writes it says who fell when.")
  Path truth;

  @Option(
      names = "--splice",
      description =
          "With --alerts: also splice a stretch of stillness and a gap into every recording of ten minutes"
              + " or more, and say how many are found.")
  boolean splice;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "With --splice: what the noise of the stillness follows from (default: 1).")
  Long seed;

  /** Refuses options that say nothing without another. */
  void check() {
    expect(truth == null || alerts, "--truth", "--alerts");
    expect(!splice || alerts, "--splice", "--alerts");
    expect(seed == null || splice, "--seed", "--splice");
  }

  private static void expect(boolean met, String given, String missing) {
    if (!met) {
      throw new UsageException("%s is given, expected %s with it".formatted(given, missing));
    }
  }

  long seed() {
    return seed == null ? 1 : seed;
  }

  /** Impacts of falls by participant, microseconds since the epoch; all of whom it is known. */
  Map<String, List<Long>> impacts() {
    Map<String, List<Long>> impacts = new TreeMap<>();
    if (truth == null) {
      return impacts;
    }
    try {
      Truth read = JSON.readValue(Files.readAllBytes(truth), Truth.class);
      read.people().forEach(person -> impacts.put(person.participantId(), new ArrayList<>()));
      for (Truth.FallAt fall : read.falls()) {
        impacts
            .computeIfAbsent(fall.participantId(), id -> new ArrayList<>())
            .add(ChronoUnit.MICROS.between(Instant.EPOCH, Instant.parse(fall.impact())));
      }
      return impacts;
    } catch (JsonProcessingException e) {
      throw refused(e.getOriginalMessage());
    } catch (DateTimeException e) {
      throw refused(e.getMessage());
    } catch (IOException e) {
      throw refused("it cannot be read");
    }
  }

  /** Refuses a truth about other people than those of the files. */
  void checkMet(Set<String> told, Set<String> recorded) {
    if (truth != null && Collections.disjoint(told, recorded)) {
      throw new UsageException(
          "--truth %s tells of %s, and the files hold recordings of %s; expected the same people"
              .formatted(truth, told, recorded));
    }
  }

  private UsageException refused(String why) {
    return new UsageException(
        "--truth %s: %s; expected a truth.json as `vigil generate` writes it"
            .formatted(truth, why));
  }
}
