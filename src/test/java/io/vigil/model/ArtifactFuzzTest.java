package io.vigil.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import io.vigil.train.TrainedModels;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Whatever happens to its bytes, a model is refused in words or does no harm. */
class ArtifactFuzzTest {
  private static final byte[] GOOD = TrainedModels.forest(1, 3, 12).toBytes();

  @Test
  void theArtifactItselfIsRead() {
    assertThat(Model.read(GOOD).id().name()).isEqualTo("small");
  }

  // Seen red with: checkSeal() of ArtifactCodec left out (a flipped bit in the date went unseen).
  @Test
  void everyFlippedByteIsRefused() {
    for (int place = 0; place < GOOD.length; place++) {
      byte[] altered = GOOD.clone();
      altered[place] ^= (byte) (1 << place % 8);
      refused(altered, "byte " + place + " flipped");
    }
  }

  @Test
  void everyTruncationIsRefused() {
    for (int length = 0; length < GOOD.length; length++) {
      refused(Arrays.copyOf(GOOD, length), "cut to " + length + " bytes");
    }
  }

  @Test
  void bytesBehindTheEndAreRefused() {
    refused(Arrays.copyOf(GOOD, GOOD.length + 1), "a byte more");
  }

  /** Somebody who alters a model can make its hashes fit again. */
  @Property(tries = 3000)
  void alteredWithAllHashesMadeAnewItIsRefusedOrWalksToAnEnd(@ForAll long seed) {
    Random random = new Random(seed);
    Sections sections = Sections.of(GOOD);
    byte[] forest = sections.forest().clone();
    for (int change = random.nextInt(1, 4); change > 0; change--) {
      forest[random.nextInt(forest.length)] = (byte) random.nextInt(256);
    }
    byte[] sealed = sections.withForest(forest).sealed();
    try {
      Model model = Model.load(ModelArtifact.read(sealed));
      assertThat(model.manifest().classes()).hasSize(5);
    } catch (ModelRefused e) {
      assertThat(e)
          .hasMessageMatching(
              "(?s).*(expected|ends at|too many|five bytes|no use|no finite|counts).*");
    }
    scoresIfItIsAForest(forest, random);
  }

  private static void scoresIfItIsAForest(byte[] bytes, Random random) {
    FlatForest forest;
    try {
      forest = ForestCodec.read(bytes);
    } catch (ModelRefused e) {
      return;
    }
    double[] x = random.doubles(forest.features(), -5, 5).toArray();
    double[] answer = new double[forest.classes()];
    new CompiledForest(forest).probabilities(x, answer);
    assertThat(Arrays.stream(answer).sum()).isBetween(1 - 1e-9, 1 + 1e-9);
  }

  @Property(tries = 2000)
  void anAlteredManifestWithAllHashesMadeAnewIsRefusedInWords(@ForAll long seed) {
    Random random = new Random(seed);
    Sections sections = Sections.of(GOOD);
    byte[] manifest = sections.manifest().clone();
    manifest[random.nextInt(manifest.length)] = (byte) random.nextInt(256);
    byte[] sealed = sections.withManifest(manifest).sealed();
    try {
      // A changed digit of a metric is a model like another.
      assertThat(ModelArtifact.read(sealed).forest().classes()).isEqualTo(5);
    } catch (ModelRefused e) {
      assertThat(e.getMessage()).isNotBlank();
    }
  }

  @Test
  void aLengthThatLiesAllocatesNothing() {
    byte[] forest = ForestCodec.write(TrainedModels.forest(1, 3, 12).forest());
    ByteBuffer.wrap(forest).putInt(8, Limits.TREES).putInt(20, Limits.NODES_A_TREE);
    assertThatThrownBy(() -> ForestCodec.read(Arrays.copyOf(forest, 30)))
        .isInstanceOf(ModelRefused.class)
        .hasMessageContaining("Tree 0 has 65535 nodes in 6 bytes, expected 1 to 65535");
  }

  private static void refused(byte[] bytes, String how) {
    try {
      Model.read(bytes);
    } catch (ModelRefused e) {
      return;
    }
    fail("Not refused: " + how);
  }
}
