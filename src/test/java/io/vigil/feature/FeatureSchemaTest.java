package io.vigil.feature;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.feature.MadeUpWindows.Kind;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FeatureSchemaTest {
  private static final FeatureSchema BUILT = FeatureExtractor.SCHEMA;

  /**
   * A model is only used by a build that computes its features. Who computes one of them
   * differently, be it by one bit, raises the version in {@link FeatureExtractor} and pins anew
   * what is pinned here. Seen red with: a feature renamed; 1.3e-3 added where 1e-3 is.
   */
  @Test
  void noFeatureChangesWithoutANewVersion() throws Exception {
    assertThat(BUILT.version()).isEqualTo(1);
    assertThat(BUILT.rateHz()).isEqualTo(52);
    assertThat(BUILT.windowMillis()).isEqualTo(4000);
    assertThat(BUILT.hopMillis()).isEqualTo(2000);
    assertThat(String.join(" ", BUILT.names()))
        .isEqualTo(
            "magMean tilt tiltFwd tiltSide sd_v jerk_v sd_f jerk_f sd_s jerk_s sd_m "
                + "jerk_m rng_m max_m subMin subMax stillFrac relW sdTotal skew_v kurt_v "
                + "skew_f kurt_f c_vf c_vs c_fs b0_v b1_v b2_v b3_v b4_v b0_f b1_f b2_f "
                + "b3_f b4_f b0_s b1_s b2_s b3_s b4_s fdom_v fdomP_v ent_v fdom_s fdomP_s "
                + "ac_v aclag_v ac_f ac_s cm_sd_m cm_b1_v cm_b2_v cm_ac_v cm_subMin "
                + "cm_ent_v cm_fdom_v cs_sd_m cs_tilt cs_tiltFwd cs_tiltSide cs_b1_v "
                + "cs_b2_v cs_ac_v cs_subMin cs_ent_v cs_fdom_v");
    assertThat(BUILT.hash())
        .isEqualTo("af3d90b63f6b1d32142eb9bb7110001fa66f5600c42d94684f2317d13a354e8c");
    assertThat(bitsOfARecording())
        .isEqualTo("6e9b6db11bf2ec707b93488da653e9027250f54fc12a6079bdf597e1aa9e19f4");
  }

  @Test
  void everyNameIsThereOnce() {
    assertThat(BUILT.names()).hasSize(67).doesNotHaveDuplicates();
  }

  /** SHA-256 over the bits of every feature of some windows that are the same everywhere. */
  private static String bitsOfARecording() throws Exception {
    Random random = new Random(20260105);
    FeatureExtractor extractor = new FeatureExtractor();
    WearerState state = new WearerState();
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    for (int i = 0; i < 60; i++) {
      Kind kind = Kind.values()[i % Kind.values().length];
      double[][] signals = MadeUpWindows.of(kind, random);
      for (double value :
          extractor.extract(MadeUpWindows.window("p1", i, signals), state).values()) {
        digest.update(ByteBuffer.allocate(Double.BYTES).putDouble(value).array());
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
