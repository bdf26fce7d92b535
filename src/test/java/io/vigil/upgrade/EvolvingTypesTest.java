package io.vigil.upgrade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the engine makes of a kept type that has changed since: what VERSIONING.md says of state is
 * what is seen here. Types are of the kinds that states are made of.
 */
class EvolvingTypesTest {
  @TempDir Path folder;

  @Test
  void fieldsOfAClassComeWithTheirDefaultAndGo() throws Exception {
    String one = kept("public int a = 1; public String gone = \"g\";", "a");
    String two =
        kept(
            "public int a = 5; public long more = 7; public int[] list = {2};",
            "a + \" \" + more + \" \" + list.length");
    assertThat(restored(one, two)).isEqualTo("1 7 1");
  }

  @Test
  void aFieldOfAClassMayNotChangeItsType() throws Exception {
    String one = kept("public int a = 1;", "a");
    String two = kept("public long a = 1;", "a");
    assertThatThrownBy(() -> restored(one, two)).hasMessage("refused");
  }

  @Test
  void aFieldThatWasRenamedIsEmpty() throws Exception {
    String one = kept("public int a = 1;", "a");
    String two = kept("public int b = 5;", "b");
    assertThat(restored(one, two)).isEqualTo("5");
  }

  @Test
  void fieldsOfARecordComeAsNothingAndGo() throws Exception {
    String one = record("int a, String gone", "1, \"g\"", "a");
    String two =
        record("int a, long more, String text", "1, 2, \"\"", "a + \" \" + more + \" \" + text");
    assertThat(restored(one, two)).isEqualTo("1 0 null");
  }

  @Test
  void recordsInAListOfAClassChangeToo() throws Exception {
    String list =
        "public java.util.List<Part> parts = new java.util.ArrayList<>(); { parts.add(%s); }";
    String one = "record Part(int a) {} " + kept(list.formatted("new Part(3)"), "parts");
    String two =
        "record Part(int a, String text) {} " + kept(list.formatted("new Part(4, \"\")"), "parts");
    assertThat(restored(publicPart(one), publicPart(two))).isEqualTo("[Part[a=3, text=null]]");
  }

  @Test
  void constantsOfAnEnumComeAndChangePlaces() throws Exception {
    String held = "public enum Word {%s} public Word word = Word.B;";
    String one = kept(held.formatted("A, B"), "word");
    String two = kept(held.formatted("C, B, A"), "word");
    assertThat(restored(one, two)).isEqualTo("B");
  }

  @Test
  void aConstantOfAnEnumMayNotGo() throws Exception {
    String held = "public enum Word {%s} public Word word = Word.A;";
    String one = kept(held.formatted("A, B"), "word");
    String two = kept(held.formatted("A"), "word");
    assertThatThrownBy(() -> restored(one, two))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("should be present");
  }

  @Test
  void aFieldOfARecordMayNotChangeItsType() throws Exception {
    String one = record("int a", "1", "a");
    String two = record("long a", "1", "a");
    assertThatThrownBy(() -> restored(one, two)).hasMessage("refused");
  }

  private String restored(String one, String two) throws Exception {
    return Evolved.of(folder, two).restored(Evolved.of(folder, one).saved());
  }

  /** As a nested type, because a file has one that is public. */
  private static String publicPart(String source) {
    int end = source.indexOf("{}") + 2;
    return source
        .substring(end)
        .replaceFirst("\\{", "{ public static " + source.substring(0, end) + " ")
        .replaceFirst("public static record", "public record");
  }

  private static String kept(String fields, String text) {
    return "public class Kept { %s public static Object make() { return new Kept(); } @Override public String toString() { return \"\" + %s; } }"
        .formatted(fields, text);
  }

  private static String record(String fields, String values, String text) {
    return "public record Kept(%s) { public static Object make() { return new Kept(%s); } @Override public String toString() { return \"\" + %s; } }"
        .formatted(fields, values, text);
  }
}
