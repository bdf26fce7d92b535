package io.vigil.sensor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.vigil.settings.Secret;
import io.vigil.store.Documents;
import io.vigil.window.ParticipantTimeFunction;
import io.vigil.window.TimeSettings;
import io.vigil.window.Window;
import io.vigil.window.WindowShape;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;

/**
 * Under pseudonyms no participant's id leaves the door, whatever came in by it: not with samples,
 * not with dead letters of invalid or late ones, in no spelling.
 *
 * <p>Seen red with: ids replaced in the payload as it is spelled there alone; a reason left as it
 * is; samples handed on under their ids.
 */
class NoIdLeavesTest {
  private static final Pseudonyms PSEUDONYMS = Pseudonyms.by(Secret.of("3f9c17d2a6b84e05c1f2"));
  private static final Pattern ESCAPE = Pattern.compile("\\\\(?:u([0-9a-fA-F]{4})|(.))");

  /** Ids of letters that Vigil's own words do not have, and of all that needs an escape. */
  @Provide
  Arbitrary<String> ids() {
    return Arbitraries.of("Ж", "Щ", "\"", "\\", "'", "/", "😀", "é", "ß", " ", "7", "...")
        .list()
        .ofMinSize(1)
        .ofMaxSize(50)
        .map(parts -> "ЖЩ" + String.join("", parts));
  }

  @Property(tries = 80)
  void whateverComesIn(@ForAll("ids") String id, @ForAll long seed) throws Exception {
    List<RawMessage> messages = messages(id, new Random(seed));
    List<SampleBatch> samples = new ArrayList<>();
    List<DeadLetter> letters = new ArrayList<>();
    int read = 0;
    try (var door =
        new OneInputStreamOperatorTestHarness<RawMessage, SampleBatch>(
            new DecodeOperator(
                DecoderSettings.DEFAULT, DeviceProfiles.DEFAULT, PSEUDONYMS, Messages.CLOCK))) {
      door.open();
      for (RawMessage message : messages) {
        read += Messages.DECODER.decode(message).read();
        door.processElement(new StreamRecord<>(message));
      }
      samples.addAll(door.extractOutputValues());
      letters.addAll(values(door.getSideOutput(DecodeOperator.DEAD_LETTERS)));
    }
    int refused = letters.stream().mapToInt(DeadLetter::samples).sum();
    int used =
        samples.stream().filter(batch -> !batch.isLeftOut()).mapToInt(SampleBatch::size).sum();
    assertThat(used + refused).isEqualTo(read);
    assertThat(samples).isNotEmpty();
    int invalid = letters.size();
    assertThat(invalid).isPositive();
    letters.addAll(late(samples));
    assertThat(letters).hasSizeGreaterThan(invalid);

    for (SampleBatch batch : samples) {
      assertThat(batch.participantId()).isEqualTo(PSEUDONYMS.of(id));
    }
    for (DeadLetter letter : letters) {
      assertThat(letter.participantId()).isIn("", PSEUDONYMS.of(id));
      for (String text : texts(letter)) {
        assertThat(text).doesNotContain(id);
        assertThat(unescaped(text)).doesNotContain(id);
        assertThat(unescaped(unescaped(text))).doesNotContain(id);
      }
    }
  }

  private static List<String> texts(DeadLetter letter) {
    return List.of(
        letter.source(),
        letter.reason(),
        new String(letter.payload(), StandardCharsets.UTF_8),
        Documents.deadLetter(letter).id(),
        Documents.deadLetter(letter).body());
  }

  /** What participant time finds late of them. */
  private static List<DeadLetter> late(List<SampleBatch> samples) throws Exception {
    WindowShape shape = new WindowShape(4_000_000, 2_000_000, 80);
    TimeSettings settings = TimeSettings.of(Duration.ofSeconds(2), Duration.ofMillis(500));
    try (var time =
        new KeyedOneInputStreamOperatorTestHarness<String, SampleBatch, Window>(
            new KeyedProcessOperator<>(new ParticipantTimeFunction(shape, settings)),
            SampleBatch::participantId,
            Types.STRING)) {
      time.open();
      for (SampleBatch batch : samples) {
        time.processElement(new StreamRecord<>(batch));
      }
      return values(time.getSideOutput(ParticipantTimeFunction.LATE));
    }
  }

  private static <T> List<T> values(Queue<StreamRecord<T>> records) {
    return records == null ? List.of() : records.stream().map(StreamRecord::getValue).toList();
  }

  private static List<RawMessage> messages(String id, Random random) throws IOException {
    String plain = new String(JsonStringEncoder.getInstance().quoteAsString(id));
    String spelled = random.nextBoolean() ? plain : inHexadecimal(id);
    String good = batch(spelled, 60, "raw", "");
    byte[] avro = AvroBatches.encode(AvroBatch.ofCounts(id, Messages.NINE, 52, ONE, ONE, ONE));
    List<RawMessage> messages = new ArrayList<>();
    for (String text :
        List.of(
            good,
            batch(spelled, 0, "raw", ""),
            batch(spelled, 60, spelled, ""),
            batch(
                spelled,
                60,
                "of " + spelled + "!",
                ",\"note\":[{\"" + plain + "\":\"a" + spelled + "b\"}]"),
            batch(spelled, 60, "raw", ",\"participantId\":\"" + plain + "\""),
            batch(spelled, 60, "raw", ",\"x\":\"" + plain + "\""),
            good.replace("participantId", "wearer"),
            good.replace("[1]", spelled),
            good.replace("\"" + spelled, "\"" + "z".repeat(130) + spelled),
            good.replace("\"" + spelled, "\"\\u0007" + spelled),
            good.replace("[1]", "[9999]"),
            good + "\"" + plain + "\"",
            "\"" + plain + "\"",
            id,
            id + good,
            good.substring(0, random.nextInt(good.length())),
            good.substring(random.nextInt(good.length())))) {
      messages.add(Messages.json(text));
    }
    messages.add(Messages.avro(avro));
    messages.add(Messages.avro(Arrays.copyOf(avro, random.nextInt(avro.length))));
    messages.add(
        Messages.avro(
            AvroBatches.encode(AvroBatch.ofCounts(id, Messages.NINE, -1, ONE, ONE, ONE))));
    return messages;
  }

  private static final int[] ONE = {1};

  private static String batch(String id, int second, String unit, String more) {
    return "{\"participantId\":\"%s\",\"start\":\"%s\",\"rateHz\":52,\"unit\":\"%s\",\"x\":[1],\"y\":[1],\"z\":[1]%s}"
        .formatted(id, Messages.NINE.plusSeconds(second), unit, more);
  }

  private static String inHexadecimal(String id) {
    return id.chars().mapToObj("\\u%04x"::formatted).collect(Collectors.joining());
  }

  private static String unescaped(String text) {
    return ESCAPE
        .matcher(text)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(
                    found.group(1) == null
                        ? found.group(2)
                        : String.valueOf((char) Integer.parseInt(found.group(1), 16))));
  }
}
