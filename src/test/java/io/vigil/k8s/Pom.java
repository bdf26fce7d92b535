package io.vigil.k8s;

import java.util.Set;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/** What the build says of itself. */
final class Pom {
  private static final XPath PATHS = XPathFactory.newInstance().newXPath();
  private static final Document POM = read();

  static String property(String name) {
    return text("/project/properties/*[local-name()='" + name + "']");
  }

  static String mainClass() {
    return text("//plugin[artifactId='maven-jar-plugin']//mainClass");
  }

  /** The job in one jar. */
  static String jobJar() {
    return text("//outputFile").replace("${project.build.directory}", "target");
  }

  /** What the build leaves for images, below the project's folder. */
  static Set<String> products() {
    Set<String> products = new TreeSet<>();
    products.add("target/" + text("/project/artifactId") + "-" + text("/project/version") + ".jar");
    products.add(jobJar());
    try {
      NodeList folders =
          (NodeList)
              PATHS.evaluate(
                  "//execution[phase='package']//outputDirectory", POM, XPathConstants.NODESET);
      for (int i = 0; i < folders.getLength(); i++) {
        String folder = folders.item(i).getTextContent();
        products.add(folder.replace("${project.build.directory}", "target") + "/");
      }
      return products;
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private static String text(String path) {
    try {
      return PATHS.evaluate(path, POM);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private static Document read() {
    try {
      return DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(Manifests.HOME.resolve("pom.xml").toFile());
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private Pom() {}
}
