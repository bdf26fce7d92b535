package io.vigil.sensor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NormaliserTest {
  private final Normaliser normaliser = new Normaliser(DeviceProfiles.DEFAULT);

  @Test
  void losesNoRawCount() {
    for (int count = 0; count <= 4095; count++) {
      Decoded decoded = Messages.DECODER.decode(Messages.uci(1, "1," + count + ",2048,2048,1"));
      short steps = normaliser.normalise(decoded.batches().get(0)).batches().get(0).x()[0];
      assertThat(Math.round(steps * 350.0 / SampleBatch.PER_G) + 2048).isEqualTo(count);
    }
  }

  @Test
  void bringsEveryUnitToG() {
    assertThat(oneAxis(Unit.G, 1)).isEqualTo((short) 2048);
    assertThat(oneAxis(Unit.MG, 1000)).isEqualTo((short) 2048);
    assertThat(oneAxis(Unit.M_S2, 9.80665)).isEqualTo((short) 2048);
    assertThat(oneAxis(Unit.RAW, 2048 + 350)).isEqualTo((short) 2048);
    assertThat(oneAxis(Unit.G, -15.999)).isEqualTo((short) -32766);
  }

  @Test
  void turnsAndSwapsAxes() {
    DeviceProfile turned =
        new DeviceProfile(
            "turned",
            Unit.G,
            new DeviceProfile.Axis(1, 1, 0),
            new DeviceProfile.Axis(0, -1, 0),
            new DeviceProfile.Axis(2, 1, 0.5),
            -4,
            4,
            20,
            DeviceProfile.Direction.UP);
    SampleBatch batch =
        new Normaliser(DeviceProfiles.DEFAULT.with(turned))
            .normalise(csv("p1,1767603600000,-1,2,0.5,"))
            .batches()
            .get(0);
    assertThat(batch.x()).containsExactly((short) 4096);
    assertThat(batch.y()).containsExactly((short) 2048);
    assertThat(batch.z()).containsExactly((short) 0);
  }

  @Test
  void leavesOutARowOutOfRangeAlone() {
    Normalised normalised =
        normaliser.normalise(
            csv("p1,1767603600000,0,1,0,\np1,1767603600020,0,9.81e2,0,\np1,1767603600040,0,1,0,"));
    assertThat(normalised.batches()).extracting(SampleBatch::size).containsExactly(1, 1);
    assertThat(normalised.batches().get(1).times()).containsExactly(1_767_603_600_040_000L);
    DeadLetter letter = normalised.deadLetters().get(0);
    assertThat(letter.position()).isEqualTo(3);
    assertThat(letter.payload()).asString().isEqualTo("p1,1767603600020,0,9.81e2,0,");
    assertThat(letter.reason()).contains("y is 981.0, out of range").contains("unit mistaken?");
  }

  @Test
  void refusesAMessageOutOfRangeWhole() {
    Decoded decoded =
        Messages.DECODER.decode(Messages.json(Messages.BATCH.replace("2561", "4096")));
    Normalised normalised = normaliser.normalise(decoded.batches().get(0));
    assertThat(normalised.batches()).isEmpty();
    assertThat(normalised.deadLetters()).hasSize(1);
    assertThat(normalised.deadLetters().get(0).samples()).isEqualTo(3);
    assertThat(normalised.deadLetters().get(0).reason())
        .startsWith("Sample 1: y is 4096.0, out of range: profile uci287 has 0.0 to 4095.0 raw");
  }

  private short oneAxis(Unit unit, double value) {
    Decoder decoder = new Decoder(DecoderSettings.DEFAULT.withFileUnit(unit), Messages.CLOCK);
    String row = "p1,1767603600000,%s,%s,%s,".formatted(value, value, value);
    DeviceBatch batch = decoder.decode(Messages.csv(Messages.HEADER, row)).batches().get(0);
    return normaliser.normalise(batch).batches().get(0).y()[0];
  }

  private static DeviceBatch csv(String rows) {
    return Messages.DECODER.decode(Messages.csv(Messages.HEADER, rows)).batches().get(0);
  }
}
