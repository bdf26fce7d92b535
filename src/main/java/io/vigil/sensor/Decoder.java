package io.vigil.sensor;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/**
 * Understands messages of every format. It never throws: what cannot be used comes back as dead
 * letters, and no sample is lost between the two.
 */
public final class Decoder {
  private final DecoderSettings settings;
  private final InstantSource clock;

  /**
   * @param clock the time against which timestamps are too far ahead
   */
  public Decoder(DecoderSettings settings, InstantSource clock) {
    this.settings = settings;
    this.clock = clock;
  }

  /** What the message holds; the batches and dead letters add up to what was read. */
  public Decoded decode(RawMessage message) {
    return switch (message.format()) {
      case JSON -> decodeMessage(message, JsonMessages::read);
      case AVRO -> decodeMessage(message, AvroBatches::read);
      case UCI287 -> RowChunks.decode(message, Unit.RAW, new Uci287Rows(message.key(), settings));
      case CSV -> RowChunks.decode(message, settings.fileUnit(), csvRows(message.key()));
      case JSONL -> decodeLines(message);
      case BROKEN_OFF -> brokenOff(message);
    };
  }

  /** How the bytes of a message become a draft. */
  private interface MessageReader {
    void read(byte[] payload, MessageDraft draft) throws Refusal;
  }

  private Decoded decodeMessage(RawMessage message, MessageReader reader) {
    MessageDraft draft = new MessageDraft();
    try {
      Limits.checkMessage(message.payload());
      reader.read(message.payload(), draft);
      DeviceBatch batch = draft.toBatch(message, TimeBounds.at(clock.instant(), settings));
      return new Decoded(batch.size(), List.of(batch), List.of());
    } catch (Refusal refusal) {
      DeadLetter letter =
          refusal.letter(
              Names.participantOrNone(draft.participantId),
              message,
              message.position(),
              message.payload());
      return new Decoded(letter.samples(), List.of(), List.of(letter));
    }
  }

  private Decoded decodeLines(RawMessage message) {
    List<DeviceBatch> batches = new ArrayList<>();
    List<DeadLetter> letters = new ArrayList<>(0);
    int read = 0;
    Lines lines = new Lines(message);
    while (lines.next()) {
      if (!lines.isBlank()) {
        Decoded line =
            decodeMessage(
                new RawMessage(
                    MessageFormat.JSON, "", message.source(), lines.number(), lines.copy()),
                JsonMessages::read);
        read += line.read();
        batches.addAll(line.batches());
        letters.addAll(line.deadLetters());
      }
    }
    return new Decoded(read, batches, letters);
  }

  private RowParser csvRows(String header) {
    try {
      return new CsvRows(CsvHeader.read(header), TimeBounds.at(clock.instant(), settings));
    } catch (Refusal refusal) {
      return (lines, row) -> {
        throw refusal;
      };
    }
  }

  private static Decoded brokenOff(RawMessage message) {
    DeadLetter letter =
        new Refusal(message.key(), 0).letter("", message, message.position(), message.payload());
    return new Decoded(0, List.of(), List.of(letter));
  }
}
