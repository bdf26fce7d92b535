package io.vigil.sensor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Whatever arrives, nothing is thrown and no sample is lost: read = usable + refused, behind the
 * decoder and behind the normaliser.
 *
 * <p>Valid: 3 lines, one of them text: read 3, a batch of 2, a dead letter of 1. Invalid: read 3, a
 * batch of 2, and nothing that says where the third is.
 */
class ConservationTest {
  private final Normaliser normaliser = new Normaliser(DeviceProfiles.DEFAULT);

  /** Seen red with: a last line without a line feed passed over like a blank one. */
  @Property
  void holdsForGarbage(@ForAll MessageFormat format, @ForAll byte[] garbage) {
    check(Messages.of(format, garbage));
  }

  /** Seen red with: a normaliser that drops the rest of a batch behind a value out of range. */
  @Property(tries = 3000)
  void holdsForMessagesThatWereTamperedWith(@ForAll("tampered") RawMessage message) {
    check(message);
  }

  @Provide
  Arbitrary<RawMessage> tampered() {
    Arbitrary<RawMessage> valid =
        Arbitraries.of(
            Messages.json(Messages.SAMPLE),
            Messages.json(Messages.BATCH),
            Messages.avro(AvroBatches.encode(Messages.counts())),
            Messages.uci(1, "0,1,2,3,1\n1,4095,5,6,1\n2,7,8,9,3\n3,7,8,9,0\n"),
            Messages.csv(
                Messages.HEADER,
                "p1,2026-01-05T09:00:00Z,0,1,0,\np1,1767603600090,0,1,0,Walking\n\"p2\",17,0,1,0,\n"),
            new RawMessage(
                MessageFormat.JSONL,
                "",
                "s",
                1,
                Messages.bytes(Messages.SAMPLE + "\n" + Messages.BATCH)));
    Arbitrary<String> pieces =
        Arbitraries.oneOf(
            Arbitraries.of(
                "\n", ",", "\"", "9999999", "-", "NaN", "1e9", "\r\n\r\n", "{", "]", "null"),
            Arbitraries.strings().ofMaxLength(3));
    Arbitrary<Integer> places = Arbitraries.integers().between(0, 400);
    return Combinators.combine(
            valid,
            pieces,
            places,
            Arbitraries.integers().between(0, 4),
            Arbitraries.integers().between(1, 3))
        .as(
            (message, piece, place, cut, times) -> {
              byte[] bytes = message.payload();
              for (int i = 0; i < times; i++) {
                bytes = replace(bytes, (place * (i + 7)) % (bytes.length + 1), cut, piece);
              }
              return new RawMessage(
                  message.format(), message.key(), message.source(), message.position(), bytes);
            });
  }

  private static byte[] replace(byte[] bytes, int at, int cut, String piece) {
    // Latin-1, so that every byte comes back as it was.
    StringBuilder text = new StringBuilder(new String(bytes, StandardCharsets.ISO_8859_1));
    text.replace(at, Math.min(text.length(), at + cut), piece);
    return text.toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  private void check(RawMessage message) {
    Decoded decoded = Messages.DECODER.decode(message);
    int refused = decoded.deadLetters().stream().mapToInt(DeadLetter::samples).sum();
    int usable = 0;
    for (DeviceBatch batch : decoded.batches()) {
      assertThat(batch.times()).isSorted().doesNotHaveDuplicates();
      Normalised normalised = normaliser.normalise(batch);
      int inG = normalised.batches().stream().mapToInt(SampleBatch::size).sum();
      int beyond = normalised.deadLetters().stream().mapToInt(DeadLetter::samples).sum();
      assertThat(inG + beyond).isEqualTo(batch.size());
      usable += batch.size();
    }
    assertThat(usable + refused).isEqualTo(decoded.read());
    if (message.format() == MessageFormat.UCI287 || message.format() == MessageFormat.CSV) {
      assertThat((long) decoded.read()).isEqualTo(rows(message.payload()));
    }
    for (DeadLetter letter : decoded.deadLetters()) {
      assertThat(letter.reason()).isNotBlank().hasSizeLessThan(500).doesNotContain("\n");
    }
  }

  /** The lines that are not blank, found in another way than the decoder does. */
  private static long rows(byte[] payload) {
    return new String(payload, StandardCharsets.ISO_8859_1)
        .replaceAll("[ \t\r]", "")
        .chars()
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString()
        .replaceAll("\n+", "\n")
        .replaceAll("^\n|\n$", "")
        .transform(text -> text.isEmpty() ? 0L : 1 + text.chars().filter(c -> c == '\n').count());
  }
}
