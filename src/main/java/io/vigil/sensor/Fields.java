package io.vigil.sensor;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The fields of one comma-separated line, as places in its bytes. Used again for every line. */
final class Fields {
  private static final int MOST = 256;

  private byte[] bytes = {};
  private final int[] starts = new int[MOST];
  private final int[] ends = new int[MOST];
  private int count;

  /** Splits at commas alone. */
  void split(byte[] line, int from, int to) throws Refusal {
    bytes = line;
    count = 0;
    int start = from;
    for (int i = from; i < to; i++) {
      if (line[i] == ',') {
        add(start, i);
        start = i + 1;
      }
    }
    add(start, to);
  }

  /** Splits at commas that are not within double quotes (RFC 4180). */
  void splitQuoted(byte[] line, int from, int to) throws Refusal {
    for (int i = from; i < to; i++) {
      if (line[i] == '"') {
        unquote(new String(line, from, to - from, StandardCharsets.UTF_8));
        return;
      }
    }
    split(line, from, to);
  }

  private void unquote(String line) throws Refusal {
    ByteArrayOutputStream plain = new ByteArrayOutputStream(line.length());
    count = 0;
    try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(line)) {
      for (CsvRecord row : reader) {
        for (String field : row.getFields()) {
          int start = plain.size();
          plain.writeBytes(field.getBytes(StandardCharsets.UTF_8));
          add(start, plain.size());
        }
      }
    } catch (IOException | RuntimeException e) {
      throw new Refusal("The line is not parsable as CSV: " + Quote.of(line));
    }
    bytes = plain.toByteArray();
  }

  private void add(int start, int end) throws Refusal {
    if (count == MOST) {
      throw new Refusal("The line has more than " + MOST + " columns");
    }
    starts[count] = start;
    ends[count] = end;
    count++;
  }

  int count() {
    return count;
  }

  boolean isEmpty(int field) {
    return starts[field] == ends[field];
  }

  double number(int field, String name) throws Refusal {
    return Numbers.parse(bytes, starts[field], ends[field], name);
  }

  float acceleration(int field, String name) throws Refusal {
    return Numbers.acceleration(number(field, name), name);
  }

  long micros(int field, String name) throws Refusal {
    return Timestamps.micros(bytes, starts[field], ends[field], name);
  }

  String text(int field) {
    return new String(bytes, starts[field], ends[field] - starts[field], StandardCharsets.UTF_8);
  }

  /** Whether the field is these very bytes. */
  boolean equals(int field, byte[] other) {
    return Arrays.equals(bytes, starts[field], ends[field], other, 0, other.length);
  }

  byte[] copy(int field) {
    return Arrays.copyOfRange(bytes, starts[field], ends[field]);
  }
}
