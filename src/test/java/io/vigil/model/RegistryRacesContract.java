package io.vigil.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigil.train.TrainedModels;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What happens where several use one registry at once. */
public abstract class RegistryRacesContract {
  private static final ModelArtifact MODEL = TrainedModels.forest(1, 3, 12);
  private static final int AT_ONCE = 6;

  private RegistryFiles files;

  /** The files of a registry that holds nothing yet; the same ones in one test. */
  protected abstract RegistryFiles files() throws IOException;

  @BeforeEach
  void open() throws IOException {
    files = files();
  }

  @Test
  void modelsAddedAtOnceGetAVersionEach() throws Exception {
    List<Registry.Entry> added =
        atOnce(
            i ->
                new Registry(files)
                    .add("walk", MODEL, versioned -> "card " + versioned.id().reference()));
    assertThat(added)
        .extracting(entry -> entry.artifact().id().version())
        .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, AT_ONCE).boxed().toList());
    for (Registry.Entry entry : added) {
      String reference = entry.artifact().id().reference();
      assertThat(new Registry(files).beside(reference, "card.md")).isEqualTo("card " + reference);
    }
  }

  // Seen red with: the next revision taken whatever was promoted meanwhile.
  @Test
  void ofThoseWhoGiveAwayOnePlaceAtOnceOneWinsAndTheOthersHearOfIt() throws Exception {
    Registry registry = new Registry(files);
    registry.add("walk", MODEL, versioned -> "card");
    PromotionHistory seen = registry.history();
    List<String> outcomes =
        atOnce(
            i -> {
              try {
                new Registry(files).promote("walk:1", Orders.champion(), seen);
                return "won";
              } catch (PromotionOvertaken e) {
                return e.getMessage();
              }
            });
    assertThat(outcomes).filteredOn("won"::equals).hasSize(1);
    assertThat(outcomes)
        .filteredOn(outcome -> !outcome.equals("won"))
        .hasSize(AT_ONCE - 1)
        .allSatisfy(
            outcome ->
                assertThat(outcome)
                    .contains(
                        "revision 1: champion given to walk:1 by ann", "nothing was promoted"));
    assertThat(registry.history().promotions()).hasSize(1);
  }

  @Test
  void whoWasTooLateMayAskAgain() throws IOException {
    Registry registry = new Registry(files);
    registry.add("walk", MODEL, versioned -> "card");
    PromotionHistory seen = registry.history();
    registry.promote("walk:1", Orders.champion(), seen);
    assertThatThrownBy(() -> registry.promote("walk:1", Orders.champion(), seen))
        .isInstanceOf(PromotionOvertaken.class);
    assertThat(registry.promote("walk:1", Orders.champion(), registry.history()).revision())
        .isEqualTo(2);
  }

  @Test
  void thoseWhoGiveAwayOtherPlacesDoNotDisturbEachOther() throws Exception {
    Registry registry = new Registry(files);
    registry.add("walk", MODEL, versioned -> "card");
    PromotionHistory seen = registry.history();
    List<Promotion> written =
        atOnce(
            i ->
                new Registry(files)
                    .promote("walk:1", Orders.place(Place.ofParticipant("p" + i)), seen));
    assertThat(written)
        .extracting(Promotion::revision)
        .containsExactlyInAnyOrderElementsOf(LongStream.rangeClosed(1, AT_ONCE).boxed().toList());
    assertThat(registry.history().promotions()).containsExactlyInAnyOrderElementsOf(written);
  }

  /** What each of several does, numbered from 0. */
  private interface Act<T> {
    T of(int who) throws Exception;
  }

  private static <T> List<T> atOnce(Act<T> act) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
    try {
      List<Callable<T>> acts =
          IntStream.range(0, AT_ONCE).mapToObj(who -> (Callable<T>) () -> act.of(who)).toList();
      List<T> outcomes = new ArrayList<>();
      for (Future<T> outcome : threads.invokeAll(acts)) {
        outcomes.add(outcome.get());
      }
      return outcomes;
    } catch (ExecutionException e) {
      throw e.getCause() instanceof Exception cause ? cause : e;
    } finally {
      threads.shutdownNow();
    }
  }
}
