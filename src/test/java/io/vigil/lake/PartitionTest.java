package io.vigil.lake;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.activity.ModelRef;
import io.vigil.activity.Prediction;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class PartitionTest {
  private static final Path LAKE = Path.of("/lake");
  private static final long DAY = 86_400_000_000L;

  @Test
  void isOneFolderAParticipantAndDay() {
    assertThat(folder("p1", 1_767_657_599_999_999L))
        .isEqualTo("project=vigil/participant=p1/date=2026-01-05");
    assertThat(folder("p1", 1_767_657_600_000_000L))
        .isEqualTo("project=vigil/participant=p1/date=2026-01-06");
  }

  @Test
  void staysBelowTheLakeWhateverTheNameSays() {
    assertThat(folder("../x", 0)).isEqualTo("project=vigil/participant=..~2Fx/date=1970-01-01");
    assertThat(Partition.escaped("Jürgen = 100 %")).isEqualTo("J~C3~BCrgen~20~3D~20100~20~25");
    assertThat(Partition.escaped("a\u0000b\n")).isEqualTo("a~00b~0A");
  }

  @Property
  void everyNameIsASingleFolder(
      @ForAll("names") String name,
      @ForAll @LongRange(min = -700_000 * DAY, max = 3_000_000 * DAY) long start) {
    String folder = folder(name, start);

    assertThat(folder).matches("[A-Za-z0-9._=~-]+/[A-Za-z0-9._=~-]+/[A-Za-z0-9._=~-]+");
    assertThat(LAKE.resolve(folder).normalize()).isEqualTo(LAKE.resolve(folder));
    assertThat(folder.split("/")).allSatisfy(part -> assertThat(part).hasSizeLessThan(255));
  }

  @Property
  void shortNamesCanBeReadBack(@ForAll("names") String name) {
    String escaped = Partition.escaped(name);
    if (!escaped.matches(".*_[0-9a-f]{32}")) {
      assertThat(URLDecoder.decode(escaped.replace('~', '%'), StandardCharsets.UTF_8))
          .isEqualTo(name);
    }
  }

  @Test
  void longNamesAreToldApart() {
    String one = Partition.escaped("ü".repeat(200) + "1");
    String other = Partition.escaped("ü".repeat(200) + "2");

    assertThat(one).isNotEqualTo(other).hasSizeLessThan(200).matches("(~[0-9A-F]{2})+_[0-9a-f]+");
  }

  @Provide
  Arbitrary<String> names() {
    return Arbitraries.strings()
        .ofMinLength(1)
        .ofMaxLength(200)
        .map(text -> new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8));
  }

  private static String folder(String participant, long start) {
    return new Partition("vigil")
        .of(
            new Prediction(
                participant,
                start,
                start + 1,
                "Walking",
                1,
                new double[] {1},
                "",
                new ModelRef("m", 1, "0")));
  }
}
