package io.vigil.sensor.packed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Random;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;

/**
 * What is packed comes back to the last bit, whatever it is, and a later build reads it.
 *
 * <p>Seen to hang with: the usual step looked for beyond the largest long.
 */
class PackedSerializerTest {
  private static final long SEED = Long.getLong("vigil.seed", System.nanoTime());
  private static final int TRIES = 2_000;

  /** One of every kind. */
  public static final class Everything {
    public boolean yes;
    public byte small;
    public short shorter;
    public int whole;
    public long moment = Long.MIN_VALUE;
    public float single;
    public double real;
    public String text = "";
    public Colour colour = Colour.RED;
    public boolean[] flags = {};
    public byte[] bytes = {};
    public short[] steps = {};
    public int[] counts = {};
    public long[] times = {};
    public float[] singles = {};
    public double[] reals = {};
    public Pair[] pairs = {};
    public List<Pair> list = List.of();
    public Pair absent;
  }

  /** A constant. */
  public enum Colour {
    RED,
    GREEN
  }

  /** A record. */
  public record Pair(String name, double value) {}

  /** As it was once. */
  public static final class Before {
    public long kept;
    public String dropped = "gone";
    public short[] droppedToo = {1, 2, 3};
    public Pair pair;
  }

  /** The same later: some fields are gone and one has come. */
  public static final class After {
    public int came = 7;
    public Pair pair;
    public long kept;
  }

  @Test
  void anythingComesBack() throws IOException {
    System.out.println("PackedSerializerTest: -Dvigil.seed=" + SEED);
    Random random = new Random(SEED);
    PackedSerializer<Everything> serializer = new PackedSerializer<>(Everything.class);
    for (int i = 0; i < TRIES; i++) {
      Everything value = anything(random);
      byte[] packed = write(serializer, value);
      Everything read = read(serializer, packed);
      assertSame(read, value);
      assertSame(serializer.copy(value), value);
      assertThat(write(serializer, read)).isEqualTo(packed);
    }
  }

  @Test
  void aLaterBuildReadsByTheLayout() throws IOException {
    Before before = new Before();
    before.kept = 1_767_604_852_182_000L;
    before.pair = new Pair("p", 0.1);
    byte[] packed = write(new PackedSerializer<>(Before.class), before);
    Layout written = Layout.of(Before.class);
    Layout renamed = new Layout(written.kind(), After.class.getName(), written.members());

    After after =
        (After) Packer.of(renamed, getClass().getClassLoader(), new Numbers()).read(input(packed));

    assertThat(after.kept).isEqualTo(before.kept);
    assertThat(after.pair).isEqualTo(before.pair);
    assertThat(after.came).isEqualTo(7);
  }

  @Test
  void whatCheckpointsHoldOfItIsReadAgain() throws IOException {
    TypeSerializerSnapshot<Everything> snapshot =
        new PackedSerializer<>(Everything.class).snapshotConfiguration();
    DataOutputSerializer out = new DataOutputSerializer(64);
    TypeSerializerSnapshot.writeVersionedSnapshot(out, snapshot);
    TypeSerializerSnapshot<Everything> read =
        TypeSerializerSnapshot.readVersionedSnapshot(
            new DataInputDeserializer(out.getCopyOfBuffer()), getClass().getClassLoader());

    assertThat(snapshot.resolveSchemaCompatibility(read).isCompatibleAsIs()).isTrue();
    assertThat(read.restoreSerializer()).isEqualTo(new PackedSerializer<>(Everything.class));
  }

  @Test
  void aFieldOfAnotherKindIsRefused() {
    Layout own = Layout.of(After.class);
    Layout other =
        new Layout(
            own.kind(),
            own.type(),
            List.of(new Layout.Member("came", new Layout(Layout.Kind.DOUBLE, "", List.of()))));

    assertThatThrownBy(() -> Packer.of(other, getClass().getClassLoader(), new Numbers()))
        .hasMessageContaining("came")
        .hasMessageContaining("was written as DOUBLE")
        .hasMessageContaining("is INT");
  }

  private static void assertSame(Everything read, Everything written) {
    assertThat(read)
        .usingRecursiveComparison()
        .withComparatorForType(Double::compare, Double.class)
        .withComparatorForType(Float::compare, Float.class)
        .isEqualTo(written);
  }

  private static Everything anything(Random random) {
    Everything value = new Everything();
    value.yes = random.nextBoolean();
    value.small = (byte) number(random);
    value.shorter = (short) number(random);
    value.whole = (int) number(random);
    value.moment = number(random);
    value.single = (float) real(random);
    value.real = real(random);
    value.text = text(random);
    value.colour = Colour.values()[random.nextInt(2)];
    int count = random.nextInt(70);
    value.flags = new boolean[count];
    value.bytes = new byte[count];
    value.steps = new short[count];
    value.counts = new int[count];
    value.times = new long[count];
    value.singles = new float[count];
    value.reals = new double[count];
    boolean steps = random.nextBoolean();
    for (int i = 0; i < count; i++) {
      value.flags[i] = random.nextBoolean();
      value.bytes[i] = (byte) number(random);
      value.steps[i] = (short) number(random);
      value.counts[i] = (int) number(random);
      value.times[i] = number(random);
      value.singles[i] = steps ? (short) number(random) / 2048f : (float) real(random);
      value.reals[i] = real(random);
    }
    value.pairs = new Pair[] {new Pair(text(random), real(random))};
    value.list = List.of(new Pair("a", 1), new Pair("b", -0.0));
    value.absent = random.nextBoolean() ? null : new Pair(null, Double.NaN);
    return value;
  }

  /** Of any size, the extremes among them. */
  private static long number(Random random) {
    return switch (random.nextInt(5)) {
      case 0 -> 0;
      case 1 -> Long.MIN_VALUE;
      case 2 -> Long.MAX_VALUE;
      default -> random.nextLong() >> random.nextInt(Long.SIZE);
    };
  }

  private static double real(Random random) {
    return switch (random.nextInt(5)) {
      case 0 -> -0.0;
      case 1 -> random.nextInt(100);
      case 2 -> Double.NEGATIVE_INFINITY;
      default -> random.nextGaussian();
    };
  }

  private static String text(Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> "";
      case 1 -> "0123456789abcdef".repeat(4);
      case 2 -> "0123456789ABCDEF".repeat(4);
      default -> "Gänge \uD83D\uDEB6 " + random.nextInt();
    };
  }

  private static <T> byte[] write(TypeSerializer<T> serializer, T value) throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(64);
    serializer.serialize(value, out);
    return out.getCopyOfBuffer();
  }

  private static <T> T read(TypeSerializer<T> serializer, byte[] packed) throws IOException {
    DataInputDeserializer in = new DataInputDeserializer(packed);
    T value = serializer.deserialize(in);
    assertThat(in.available()).isZero();
    return value;
  }

  /** Without the length in front, of values longer than 127 bytes or not. */
  private static BitInput input(byte[] packed) {
    int head = packed[0] < 0 ? 2 : 1;
    BitInput in = new BitInput();
    System.arraycopy(packed, head, in.begin(packed.length - head), 0, packed.length - head);
    return in;
  }
}
