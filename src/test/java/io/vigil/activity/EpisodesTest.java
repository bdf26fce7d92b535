package io.vigil.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class EpisodesTest {
  private static final long SECOND = 1_000_000;
  private static final long BEGINNING = 1_767_225_600 * SECOND;
  private static final ModelRef FOREST_1 = new ModelRef("forest", 1, "aa");
  private static final ModelRef FOREST_2 = new ModelRef("forest", 2, "bb");

  private final Episodes episodes = new Episodes(60 * SECOND);
  private final EpisodeState state = new EpisodeState();
  private final List<Episode> written = new ArrayList<>();

  @Test
  void mergesWindowsOfOneActivityAndTilesTheirTime() {
    add(0, "Standing");
    add(2, "Standing");
    add(4, "Walking");
    close();

    assertThat(lastOfEach())
        .extracting(e -> e.activity() + " " + seconds(e.start()) + "-" + seconds(e.end()))
        .containsExactly("Standing 0-6", "Walking 6-8");
    assertThat(lastOfEach()).noneMatch(Episode::open);
  }

  @Test
  void aGapClosesTheEpisodeAndTheNextBeginsAtItsOwnStart() {
    add(0, "Standing");
    add(100, "Standing");
    close();

    assertThat(lastOfEach())
        .extracting(e -> seconds(e.start()) + "-" + seconds(e.end()))
        .containsExactly("0-4", "100-104");
  }

  @Test
  void anotherModelBeginsAnotherEpisode() {
    add(0, "Standing");
    episodes.add(state, window(2, "Standing", FOREST_2), written::add);
    close();

    assertThat(lastOfEach()).extracting(Episode::model).containsExactly(FOREST_1, FOREST_2);
  }

  @Test
  void anOpenEpisodeIsWrittenWhenItBeginsAndAboutOnceAMinute() {
    for (int second = 0; second < 600; second += 2) {
      add(second, "Standing");
    }

    assertThat(written).allMatch(Episode::open);
    assertThat(written).hasSize(1 + 598 / 60);
  }

  /**
   * Whatever the windows: episodes tile the time that windows cover, keep every window, and an
   * activity never follows itself without a gap.
   *
   * <p>Seen red with: a closed episode's window count kept for the next.
   */
  @Property
  void neverOverlapNorLoseAWindow(
      @ForAll @Size(min = 1, max = 80) List<@IntRange(min = 0, max = 3) Integer> kinds) {
    EpisodeState state = new EpisodeState();
    List<Episode> written = new ArrayList<>();
    int windows = 0;
    for (int i = 0; i < kinds.size(); i++) {
      if (kinds.get(i) < 3) {
        String activity = kinds.get(i) == 0 ? "Standing" : "Walking";
        episodes.add(state, window(2 * i, activity, FOREST_1), written::add);
        windows++;
      }
    }
    episodes.close(state, "p1", written::add);

    List<Episode> all = lastOfEach(written);
    assertThat(all.stream().mapToInt(Episode::windows).sum()).isEqualTo(windows);
    for (int i = 1; i < all.size(); i++) {
      Episode before = all.get(i - 1);
      Episode next = all.get(i);
      assertThat(next.start()).isGreaterThanOrEqualTo(before.end());
      if (next.start() == before.end()) {
        assertThat(next.activity()).isNotEqualTo(before.activity());
      }
    }
  }

  private void add(int second, String activity) {
    episodes.add(state, window(second, activity, FOREST_1), written::add);
  }

  private void close() {
    episodes.close(state, "p1", written::add);
  }

  private List<Episode> lastOfEach() {
    return lastOfEach(written);
  }

  private static List<Episode> lastOfEach(List<Episode> written) {
    Map<Long, Episode> byStart = new LinkedHashMap<>();
    written.forEach(episode -> byStart.put(episode.start(), episode));
    return List.copyOf(byStart.values());
  }

  private static long seconds(long micros) {
    return (micros - BEGINNING) / SECOND;
  }

  private static Prediction window(int second, String activity, ModelRef model) {
    long start = BEGINNING + second * SECOND;
    return new Prediction(
        "p1", start, start + 4 * SECOND, activity, 0.8, new double[] {0.8, 0.2}, "", model);
  }
}
