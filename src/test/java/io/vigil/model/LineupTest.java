package io.vigil.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigil.feature.FeatureExtractor;
import io.vigil.train.TrainedModels;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LineupTest {
  private static final long SEED = Long.getLong("vigil.seed", System.nanoTime());
  private static final int TIMES = 40;
  private static final List<String> PLACES =
      List.of("champion", "challenger", "champion@ward", "personal@p1", "personal@p2");

  private static final List<byte[]> MODELS =
      IntStream.range(0, 4)
          .mapToObj(seed -> TrainedModels.forest(seed, 1, 12, FeatureExtractor.SCHEMA).toBytes())
          .toList();

  /**
   * Whatever was promoted, and in whatever order it is heard of, twice or not, each window is
   * scored as a plain reading of the rules says.
   *
   * <p>Seen red with: the newest of a place, whatever its beginning; the champion asked before the
   * cohort.
   */
  @Test
  void saysWhatAPlainReadingOfTheRulesSays() {
    System.out.println("LineupTest: -Dvigil.seed=" + SEED);
    Random random = new Random(SEED);
    for (int round = 0; round < 300; round++) {
      List<Takeover> promoted = promotions(random, 1 + random.nextInt(30));
      List<Takeover> heard = new ArrayList<>(promoted);
      heard.addAll(promoted.subList(0, promoted.size() / 2));
      Collections.shuffle(heard, random);
      Lineup lineup = Lineup.EMPTY.with(champion(0, Long.MIN_VALUE, 0));
      promoted.add(champion(0, Long.MIN_VALUE, 0));
      for (Takeover takeover : heard) {
        lineup = lineup.with(takeover);
      }
      for (long start = -1; start <= TIMES; start++) {
        for (String participant : List.of("p1", "p2", "p3")) {
          for (String cohort : List.of("ward", "")) {
            assertThat(lineup.at(participant, cohort, start).artifact())
                .as("round %d: %s of '%s' at %d", round, participant, cohort, start)
                .isEqualTo(plainly(promoted, participant, cohort, start));
          }
        }
        StandingModel challenger = lineup.challengerAt(start);
        assertThat(challenger == null ? new byte[0] : challenger.artifact())
            .isEqualTo(plainly(promoted, "challenger", start));
      }
    }
  }

  private static byte[] plainly(
      List<Takeover> promoted, String participant, String cohort, long start) {
    for (String place : List.of("personal@" + participant, "champion@" + cohort)) {
      byte[] artifact = plainly(promoted, place, start);
      if (artifact.length > 0) {
        return artifact;
      }
    }
    return plainly(promoted, "champion", start);
  }

  /** The artifact of the highest revision that had begun. */
  private static byte[] plainly(List<Takeover> promoted, String place, long start) {
    long highest = -1;
    byte[] artifact = {};
    for (Takeover takeover : promoted) {
      if (takeover.place().equals(place)
          && takeover.from() <= start
          && takeover.revision() > highest) {
        highest = takeover.revision();
        artifact = takeover.artifact();
      }
    }
    return artifact;
  }

  private static List<Takeover> promotions(Random random, int count) {
    List<Takeover> promotions = new ArrayList<>();
    for (int revision = 1; revision <= count; revision++) {
      String place = PLACES.get(random.nextInt(PLACES.size()));
      boolean empty = !place.equals("champion") && random.nextInt(4) == 0;
      byte[] artifact = empty ? new byte[0] : MODELS.get(random.nextInt(MODELS.size()));
      promotions.add(new Takeover(revision, random.nextInt(TIMES), place, artifact));
    }
    return promotions;
  }

  @Test
  void windowsOfBeforeTheFirstChampionAreItsOwn() {
    Lineup lineup = Lineup.EMPTY.with(champion(1, 10, 1)).with(champion(2, 20, 2));
    assertThat(lineup.at("p1", "", 5).artifact()).isEqualTo(MODELS.get(1));
  }

  @Test
  void remembersSoManyOfAPlaceAndNoneThatNeverHolds() {
    Lineup lineup = Lineup.EMPTY;
    for (int revision = 1; revision <= Succession.KEPT + 8; revision++) {
      lineup = lineup.with(champion(revision, revision, revision % 2));
    }
    assertThat(lineup.takeovers())
        .extracting(Takeover::revision)
        .hasSize(Succession.KEPT)
        .startsWith(9L);
    assertThat(lineup.at("p1", "", 3).artifact()).isEqualTo(MODELS.get(1));

    lineup = lineup.with(champion(100, 0, 2));
    assertThat(lineup.takeovers()).extracting(Takeover::revision).containsExactly(100L);
  }

  @Test
  void refusesAPlaceThatIsNoneAndAChampionThatIsNobody() {
    assertThatThrownBy(() -> Lineup.EMPTY.with(new Takeover(3, 0, "deputy", MODELS.get(0))))
        .isInstanceOf(ModelRefused.class)
        .hasMessageContaining("'deputy'");
    assertThatThrownBy(() -> Lineup.EMPTY.with(new Takeover(4, 0, "champion", new byte[0])))
        .isInstanceOf(ModelRefused.class)
        .hasMessage("Promotion 4 leaves champion empty, expected a model: somebody must score");
    assertThatThrownBy(
            () -> Lineup.EMPTY.with(new Takeover(5, 0, "challenger", new byte[] {1, 2, 3})))
        .isInstanceOf(ModelRefused.class)
        .hasMessageContaining("no model");
  }

  private static Takeover champion(long revision, long from, int model) {
    return new Takeover(revision, from, "champion", MODELS.get(model));
  }
}
