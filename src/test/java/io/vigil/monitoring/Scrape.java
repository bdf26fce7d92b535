package io.vigil.monitoring;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What processes answered to Prometheus: the labels of every series by its metric.
 *
 * @param series of all of them
 */
public record Scrape(Map<String, List<Map<String, String>>> series) {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final Pattern LINE = Pattern.compile("([a-zA-Z_:][\\w:]*)(?:\\{(.*)\\})? \\S+.*");
  private static final Pattern LABEL = Pattern.compile("(\\w+)=\"((?:[^\"\\\\]|\\\\.)*)\"");

  /** The label that comes from where a pod runs, and which no process knows. */
  private static final String PLACE = "namespace";

  /** Asks. */
  public static Scrape of(URI... processes) throws IOException, InterruptedException {
    Map<String, List<Map<String, String>>> series = new HashMap<>();
    for (URI process : processes) {
      HttpRequest request = HttpRequest.newBuilder(process).build();
      HTTP.send(request, BodyHandlers.ofString()).body().lines().forEach(line -> add(series, line));
    }
    return new Scrape(series);
  }

  private static void add(Map<String, List<Map<String, String>>> series, String line) {
    Matcher parts = LINE.matcher(line);
    if (!line.startsWith("#") && parts.matches()) {
      Map<String, String> labels = new HashMap<>();
      if (parts.group(2) != null) {
        Matcher all = LABEL.matcher(parts.group(2));
        while (all.find()) {
          labels.put(all.group(1), all.group(2));
        }
      }
      series.computeIfAbsent(parts.group(1), unused -> new ArrayList<>()).add(labels);
    }
  }

  /** What a query asks for and nobody answered; empty where there is nothing. */
  public List<String> missing(String query) {
    List<String> missing = new ArrayList<>();
    PromQl asked = PromQl.of(query);
    TreeSet<String> labels = new TreeSet<>();
    for (PromQl.Selector selector : asked.selectors()) {
      List<Map<String, String>> found =
          series.getOrDefault(selector.metric(), List.of()).stream()
              .filter(one -> isOf(selector, one))
              .toList();
      if (found.isEmpty()) {
        missing.add(selector.metric() + selector.labels());
      }
      found.forEach(one -> labels.addAll(one.keySet()));
    }
    asked.grouping().stream()
        .filter(label -> !label.equals(PLACE) && !labels.contains(label))
        .forEach(label -> missing.add("the label " + label));
    return missing;
  }

  private static boolean isOf(PromQl.Selector selector, Map<String, String> labels) {
    return selector.labels().entrySet().stream()
        .allMatch(
            wanted ->
                wanted.getKey().equals(PLACE)
                    || labels.containsKey(wanted.getKey())
                        && wanted.getValue().matcher(labels.get(wanted.getKey())).matches());
  }
}
