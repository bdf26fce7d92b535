package io.vigil.train;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.vigil.feature.FeatureVector;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a model was trained on, for whoever asks whose data it was, how much, and whether theirs is
 * the same.
 *
 * @param scheme how labels became classes
 * @param participants one by one
 * @param files the windows were read from
 * @param windowsSha256 over the training windows: ids, times, classes and features
 */
public record DatasetCard(
    @JsonProperty("scheme") String scheme,
    @JsonProperty("participants") List<Share> participants,
    @JsonProperty("files") List<SourceFile> files,
    @JsonProperty("windowsSha256") String windowsSha256) {

  /**
   * One participant's part.
   *
   * @param participant their id
   * @param body ids of the same body, themselves included
   * @param windows all, labelled or not
   * @param hours that these cover
   * @param labels windows a label, as the data has them; the empty one for none
   */
  public record Share(
      @JsonProperty("participant") String participant,
      @JsonProperty("body") List<String> body,
      @JsonProperty("windows") long windows,
      @JsonProperty("hours") double hours,
      @JsonProperty("labels") Map<String, Long> labels) {}

  /** A file as it was read: its name without folders, its length, and SHA-256 of its bytes. */
  public record SourceFile(
      @JsonProperty("name") String name,
      @JsonProperty("bytes") long bytes,
      @JsonProperty("sha256") String sha256) {}

  /** The card of a data set. */
  public static DatasetCard of(Dataset dataset, List<SourceFile> files, String windowsSha256) {
    List<Share> shares = new ArrayList<>();
    for (Person person : dataset.people()) {
      for (String id : person.participants()) {
        shares.add(
            share(
                id,
                person.participants(),
                person.windows().stream().filter(w -> w.participantId().equals(id)).toList()));
      }
    }
    return new DatasetCard(
        dataset.scheme().name(), List.copyOf(shares), List.copyOf(files), windowsSha256);
  }

  private static Share share(String id, List<String> body, List<FeatureVector> own) {
    return new Share(
        id,
        body,
        own.size(),
        micros(own) / 3600e6,
        own.stream()
            .collect(
                Collectors.groupingBy(
                    FeatureVector::activity, TreeMap::new, Collectors.counting())));
  }

  /** Time that windows cover; what several cover counts once. */
  private static long micros(List<FeatureVector> byTime) {
    long covered = 0;
    long upTo = Long.MIN_VALUE;
    for (FeatureVector window : byTime) {
      covered += Math.max(0, window.end() - Math.max(upTo, window.start()));
      upTo = Math.max(upTo, window.end());
    }
    return covered;
  }

  /** For people to read. */
  public String markdown() {
    StringBuilder text = new StringBuilder();
    line(text, "# Data set");
    line(text, "");
    line(text, "Classes %s; SHA-256 of the training windows `%s`.", scheme, windowsSha256);
    line(text, "");
    line(text, "| participant | same body | windows | hours | labels |");
    line(text, "| --- | --- | ---: | ---: | --- |");
    for (Share share : participants) {
      line(
          text,
          "| %s | %s | %d | %.2f | %s |",
          share.participant,
          share.body.size() == 1 ? "" : String.join(", ", share.body),
          share.windows,
          share.hours,
          labels(share));
    }
    line(text, "");
    line(text, "| file | bytes | sha256 |");
    line(text, "| --- | ---: | --- |");
    files.forEach(file -> line(text, "| %s | %d | `%s` |", file.name, file.bytes, file.sha256));
    return text.toString();
  }

  private static String labels(Share share) {
    return share.labels.entrySet().stream()
        .map(e -> (e.getKey().isEmpty() ? "none" : e.getKey()) + " " + e.getValue())
        .collect(Collectors.joining(", "));
  }

  private static void line(StringBuilder text, String format, Object... arguments) {
    text.append(String.format(Locale.ROOT, format, arguments)).append('\n');
  }
}
