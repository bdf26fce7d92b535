package io.vigil.alert.fall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.vigil.sensor.SampleBatch;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.types.PojoTestUtils;

/** What holds of every sequence of samples. */
class FallPropertiesTest {
  private static final SampleBatch MOTION =
      MadeUpMotion.fall()
          .still(12, MadeUpMotion.ON_THE_BACK)
          .turn(2, MadeUpMotion.ON_THE_BACK, MadeUpMotion.UP, 1)
          .walk(10)
          .at(50, 7);

  /**
   * However the samples are cut, and the state written and read between the cuts, the same is said.
   * Seen red with: the open cell's sums left out of the state; a ring cleared with each stretch.
   */
  @Property(tries = 50)
  void cutsChangeNothing(@ForAll Random random) throws Exception {
    Said said = new Said();
    FallState state = new FallState();
    for (int from = 0; from < MOTION.size(); ) {
      int to = Math.min(MOTION.size(), from + 1 + random.nextInt(90));
      Said.detector().add(state, Said.part(MOTION, from, to), said);
      state = writtenAndRead(state);
      from = to;
    }
    assertThat(said.all).isEqualTo(Said.of(MOTION).all).hasSize(3);
  }

  /** Seen red with: samples at the time of the last taken in again. */
  @Property(tries = 20)
  void samplesNotNewerThanTheLastChangeNothing(@ForAll Random random) {
    Said said = new Said();
    FallState state = new FallState();
    for (int from = 0; from < MOTION.size(); from += 50) {
      int to = Math.min(MOTION.size(), from + 50);
      Said.detector().add(state, Said.part(MOTION, from, to), said);
      int back = random.nextInt(to + 1);
      Said.detector().add(state, Said.part(MOTION, Math.max(0, back - 30), back), said);
    }
    assertThat(said.all).isEqualTo(Said.of(MOTION).all);
  }

  /** However the sensor is turned or mirrored. Seen red with: the blow taken along y alone. */
  @Property(tries = 50)
  void theSensorMayBeTurnedAndMirrored(@ForAll Random random) {
    double[][] turn = anyTurn(random);
    ImpactFinding plain = (ImpactFinding) Said.of(MOTION).all.get(0);
    ImpactFinding turned = (ImpactFinding) Said.of(turned(MOTION, turn, 1)).all.get(0);

    assertThat(turned.verdict()).isEqualTo(plain.verdict());
    assertThat(turned.impactMicros()).isCloseTo(plain.impactMicros(), within(40_000L));
    assertThat(turned.score()).isCloseTo(plain.score(), within(0.02));
  }

  @Property(tries = 30)
  void oneGMayMeasureOff(@ForAll @DoubleRange(min = 0.92, max = 1.08) double gain) {
    double[][] straight = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};

    assertThat(Said.of(turned(MOTION, straight, gain)).falls()).hasSize(1);
  }

  /** Seen red with: the cells kept as doubles besides. */
  @Property(tries = 1)
  void theStateIsSmall() throws Exception {
    PojoTestUtils.assertSerializedAsPojoWithoutKryo(FallState.class);
    FallState state = new FallState();
    Said.detector().add(state, MOTION, new Said());

    assertThat(written(state).length()).isLessThan(1_536);
  }

  private static final TypeSerializer<FallState> SERIALIZER =
      TypeInformation.of(FallState.class).createSerializer(new SerializerConfigImpl());

  private static FallState writtenAndRead(FallState state) throws Exception {
    return SERIALIZER.deserialize(new DataInputDeserializer(written(state).getCopyOfBuffer()));
  }

  private static DataOutputSerializer written(FallState state) throws Exception {
    DataOutputSerializer out = new DataOutputSerializer(2048);
    SERIALIZER.serialize(state, out);
    return out;
  }

  private static double[][] anyTurn(Random random) {
    double[] a = unit(random);
    double[] b = unit(random);
    double along = a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
    for (int i = 0; i < 3; i++) {
      b[i] -= along * a[i];
    }
    double length = Math.sqrt(b[0] * b[0] + b[1] * b[1] + b[2] * b[2]);
    for (int i = 0; i < 3; i++) {
      b[i] /= length;
    }
    double side = random.nextBoolean() ? 1 : -1;
    double[] c = {
      side * (a[1] * b[2] - a[2] * b[1]),
      side * (a[2] * b[0] - a[0] * b[2]),
      side * (a[0] * b[1] - a[1] * b[0])
    };
    return new double[][] {a, b, c};
  }

  private static double[] unit(Random random) {
    double[] v = {random.nextGaussian(), random.nextGaussian(), random.nextGaussian()};
    double length = Math.sqrt(v[0] * v[0] + v[1] * v[1] + v[2] * v[2]);
    return new double[] {v[0] / length, v[1] / length, v[2] / length};
  }

  private static SampleBatch turned(SampleBatch s, double[][] turn, double gain) {
    short[][] axes = new short[3][s.size()];
    for (int i = 0; i < s.size(); i++) {
      for (int axis = 0; axis < 3; axis++) {
        double[] row = turn[axis];
        double value = row[0] * s.x()[i] + row[1] * s.y()[i] + row[2] * s.z()[i];
        axes[axis][i] = MadeUpMotion.steps(gain * value / SampleBatch.PER_G);
      }
    }
    return new SampleBatch(s.participantId(), s.times(), axes[0], axes[1], axes[2], "");
  }
}
