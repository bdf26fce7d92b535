package io.vigil.train.explore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.vigil.activity.ClassScheme;
import io.vigil.feature.FeatureVector;
import io.vigil.train.Dataset;
import io.vigil.train.Evaluation;
import io.vigil.train.LeaveOnePersonOut;
import io.vigil.train.SyntheticWindows;
import io.vigil.train.TrainingOptions;
import io.vigil.window.Window;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class ReportPageTest {
  private static final String HOSTILE = "<script>alert('x')</script>\"&\u0000\u0001";

  private static final String PAGE = ReportPage.of(everything("p1"));

  @Test
  void hasEverySectionWithPicturesThatShowSomething() throws Exception {
    Document page = parsed(PAGE);
    List<String> sections = new ArrayList<>();
    for (Element section : elements(page, "section")) {
      sections.add(section.getAttribute("id"));
    }
    assertThat(sections)
        .containsExactly("people", "signals", "features", "correlations", "confusion", "curve");
    List<Element> pictures = elements(page, "img");
    // People, a signal and some features, correlations, confusion, calibration, curve.
    assertThat(pictures).hasSizeGreaterThan(6);
    for (Element picture : pictures) {
      assertThat(picture.getAttribute("alt")).isNotBlank();
      assertShowsSomething(picture.getAttribute("src"));
    }
  }

  // Seen red with: a script and a style sheet from elsewhere in the head.
  @Test
  void fetchesNothingAndRunsNothing() throws Exception {
    Document page = parsed(PAGE);
    assertThat(elements(page, "script")).isEmpty();
    assertThat(elements(page, "link")).isEmpty();
    assertThat(PAGE.replace("http://www.w3.org/1999/xhtml", ""))
        .doesNotContain("http://", "https://", "url(");
  }

  // Seen red with: cells that are not escaped.
  @Test
  void hostileNamesAreTextOnly() throws Exception {
    Document page = parsed(ReportPage.of(everything(HOSTILE)));
    assertThat(elements(page, "script")).isEmpty();
    assertThat(page.getElementsByTagName("tbody").item(0).getTextContent())
        .contains("<script>alert('x')</script>\"&\ufffd\ufffd");
  }

  @Test
  void ofWindowsWithoutLabelsItSaysSo() throws Exception {
    List<FeatureVector> windows =
        SyntheticWindows.of(1, 5, "p1").stream()
            .map(w -> new FeatureVector("p1", w.start(), w.end(), "", w.values()))
            .toList();
    Document page =
        parsed(
            ReportPage.of(
                new Exploration(
                    List.of("a.csv"),
                    windows,
                    List.of(),
                    SyntheticWindows.schema(),
                    Optional.empty(),
                    "",
                    List.of())));
    assertThat(page.getDocumentElement().getTextContent())
        .contains(Counts.NONE, "nothing to tell apart");
  }

  @Test
  void theSameDataMakeTheSamePage() {
    assertThat(ReportPage.of(everything("p1"))).isEqualTo(PAGE);
  }

  // Seen red with: the newest window kept.
  @Test
  void theOrderOfWindowsDoesNotChangeWhichStandForAnActivity() {
    List<Window> windows = new ArrayList<>();
    for (int w = 0; w < 200; w++) {
      windows.add(window("p" + w % 3, w, w % 2 == 0 ? "Walking" : "Standing", w));
    }
    List<Window> forth = sighted(windows);
    Collections.shuffle(windows, new Random(4));
    assertThat(sighted(windows)).isEqualTo(forth);
    assertThat(forth).extracting(Window::activity).containsExactly("Standing", "Walking");
  }

  @Test
  void featuresThatSayTheSameAreShownOnce() {
    List<FeatureVector> windows = new ArrayList<>();
    Random random = new Random(1);
    for (int w = 0; w < 300; w++) {
      boolean walks = w % 2 == 0;
      double clear = (walks ? 3 : 0) + random.nextGaussian();
      double weak = (walks ? 1 : 0) + random.nextGaussian();
      windows.add(
          new FeatureVector(
              "p1",
              w,
              w + 1,
              walks ? "Walking" : "Standing",
              new double[] {
                clear, 2 * clear + 0.5 * random.nextGaussian(), weak, random.nextGaussian(), 7, 0
              }));
    }
    List<Telling> most = Telling.most(windows, SyntheticWindows.schema(), 3);
    assertThat(most).extracting(Telling::name).containsExactly("f0", "f2", "f3");
    // Half the distance squared over itself and a variance of 1.
    assertThat(most.get(0).ratio()).isCloseTo(2.25 / 3.25, within(0.05));
    assertThat(most.get(2).ratio()).isLessThan(0.05);
  }

  @Test
  void theCurveHasAPointForEveryDoublingAndAllOthers() {
    assertThat(PeopleCurve.sizes(2)).containsExactly(1);
    assertThat(PeopleCurve.sizes(10)).containsExactly(1, 2, 4, 8, 9);
    TrainingOptions options = TrainingOptions.forest(ClassScheme.FIVE);
    Dataset dataset =
        Dataset.of(SyntheticWindows.of(7, 20, "p1", "p2", "p3", "p4"), options.scheme(), List.of());
    List<Integer> done = new ArrayList<>();
    List<PeopleCurve.Point> points = new PeopleCurve(options).points(dataset, done::add);
    assertThat(points).extracting(PeopleCurve.Point::people).containsExactly(1, 2, 3);
    assertThat(points).allSatisfy(point -> assertThat(point.accuracy()).isBetween(0.4, 1.0));
    assertThat(done).containsExactly(1, 2, 3);
  }

  private static Exploration everything(String id) {
    List<FeatureVector> windows = SyntheticWindows.of(1, 12, id, "p2", "p3");
    TrainingOptions options =
        TrainingOptions.forest(ClassScheme.FIVE)
            .withFitting(io.vigil.train.Fitting.FOREST.withTrees(5));
    Dataset dataset = Dataset.of(windows, options.scheme(), List.of());
    LeaveOnePersonOut out = new LeaveOnePersonOut(options, fold -> {});
    Evaluation evaluation = out.evaluate(out.run(dataset));
    return new Exploration(
        List.of(id + ".csv"),
        windows,
        List.of(window(id, 1, "Walking", 3)),
        SyntheticWindows.schema(),
        Optional.of(evaluation),
        "Each person in turn.",
        List.of(new PeopleCurve.Point(1, 0.5, 0.4), new PeopleCurve.Point(2, 0.7, 0.6)));
  }

  private static List<Window> sighted(List<Window> windows) {
    Sightings sightings = new Sightings();
    windows.forEach(sightings::add);
    return sightings.windows();
  }

  private static Window window(String id, long start, String activity, int seed) {
    Random random = new Random(seed);
    float[] axis = new float[208];
    for (int i = 0; i < axis.length; i++) {
      axis[i] = (float) random.nextGaussian();
    }
    return new Window(id, start, start + 4_000_000, axis, axis, axis, activity);
  }

  private static Document parsed(String html) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    var builder = factory.newDocumentBuilder();
    builder.setEntityResolver(
        (publicId, systemId) -> {
          throw new IOException("The page asks for " + systemId);
        });
    return builder.parse(
        new InputSource(new ByteArrayInputStream(html.getBytes(StandardCharsets.UTF_8))));
  }

  private static List<Element> elements(Document page, String tag) {
    NodeList found = page.getElementsByTagName(tag);
    List<Element> elements = new ArrayList<>();
    for (int e = 0; e < found.getLength(); e++) {
      elements.add((Element) found.item(e));
    }
    return elements;
  }

  private static void assertShowsSomething(String uri) throws IOException {
    String prefix = "data:image/png;base64,";
    assertThat(uri).startsWith(prefix);
    var image =
        ImageIO.read(
            new ByteArrayInputStream(Base64.getDecoder().decode(uri.substring(prefix.length()))));
    java.util.Set<Integer> colours = new java.util.HashSet<>();
    for (int x = 0; x < image.getWidth(); x++) {
      for (int y = 0; y < image.getHeight(); y++) {
        colours.add(image.getRGB(x, y));
      }
    }
    assertThat(colours).hasSizeGreaterThan(5);
  }
}
