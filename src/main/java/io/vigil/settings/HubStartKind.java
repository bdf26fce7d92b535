package io.vigil.settings;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code earliest}, {@code latest}, a time, or an offset for each partition. */
record HubStartKind() implements Kind<HubStart> {
  private static final Pattern OFFSET = Pattern.compile("\\s*(\\d{1,4})\\s*=\\s*(\\d{1,18})\\s*");

  @Override
  public Class<HubStart> type() {
    return HubStart.class;
  }

  @Override
  public String allowed() {
    return "earliest, latest, a time like 2026-01-05T09:00:00Z, or offsets by partition like 0=15, 1=20";
  }

  @Override
  public HubStart read(String text) throws RefusedValue {
    switch (text) {
      case "earliest":
        return HubStart.earliest();
      case "latest":
        return HubStart.atLatest();
      default:
        return text.contains("=") ? HubStart.atOffsets(offsets(text)) : HubStart.at(time(text));
    }
  }

  private static Instant time(String text) throws RefusedValue {
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw new RefusedValue("is no place in a hub");
    }
  }

  private static TreeMap<Integer, Long> offsets(String text) throws RefusedValue {
    TreeMap<Integer, Long> offsets = new TreeMap<>();
    for (String part : text.split(",")) {
      Matcher offset = OFFSET.matcher(part);
      if (!offset.matches()) {
        throw new RefusedValue("has an offset of another form");
      }
      int partition = Integer.parseInt(offset.group(1));
      if (offsets.put(partition, Long.parseLong(offset.group(2))) != null) {
        throw new RefusedValue("names partition " + partition + " twice");
      }
    }
    return offsets;
  }
}
