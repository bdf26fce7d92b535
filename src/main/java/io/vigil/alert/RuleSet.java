package io.vigil.alert;

import io.vigil.model.LastAnswer;
import io.vigil.model.Sha256;
import io.vigil.settings.Reading;
import io.vigil.settings.RefusedSettings;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The rules of everybody, as one file says them. It never changes: other rules are another set. */
public final class RuleSet {
  private static final String SHIPPED = "/rules.yaml";

  private static final LastAnswer<Source, RuleSet> LAST_READ =
      new LastAnswer<>(source -> parse(source.file, source.text));

  private record Source(String file, String text) {}

  private final String text;
  private final String sha256;
  private final Rules everybody;
  private final Map<String, Rules> participants;

  private RuleSet(String text, Rules everybody, Map<String, Rules> participants) {
    this.text = text;
    this.sha256 = sha256(text);
    this.everybody = everybody;
    this.participants = Map.copyOf(participants);
  }

  /** The rules that Vigil comes with. */
  public static RuleSet shipped() {
    return read("rules.yaml", shippedText());
  }

  /** Their text alone, for whoever hands it on. */
  static String shippedText() {
    try (InputStream file = RuleSet.class.getResourceAsStream(SHIPPED)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("The rules inside the program cannot be read", e);
    }
  }

  /**
   * Reads rules; while they are the same, once in a process.
   *
   * @param file its name, for messages
   * @throws RefusedSettings with every problem there is, each with its line and path
   */
  public static RuleSet read(String file, String text) {
    return LAST_READ.to(new Source(file, text));
  }

  private static RuleSet parse(String file, String text) {
    Reading reading = RuleTable.TABLE.read(file, text, name -> null);
    new RuleAssembly(reading, "").check();
    reading.names().stream().sorted().forEach(name -> new RuleAssembly(reading, name).check());
    reading.throwIfAny();
    Map<String, Rules> participants = new TreeMap<>();
    reading
        .names()
        .forEach(name -> participants.put(name, new RuleAssembly(reading, name).rules()));
    return new RuleSet(text, new RuleAssembly(reading, "").rules(), participants);
  }

  /** The rules of a participant, or those of everybody. */
  public Rules forParticipant(String participantId) {
    return participants.getOrDefault(participantId, everybody);
  }

  /** Who has rules of their own, in alphabetical order. */
  public SortedSet<String> participants() {
    return new TreeSet<>(participants.keySet());
  }

  /** Raised with every change. */
  public int version() {
    return everybody.version();
  }

  /** Of the file, 64 hexadecimal digits. */
  public String sha256() {
    return sha256;
  }

  /** The file: what is sent round and kept. */
  public String text() {
    return text;
  }

  /**
   * Why these rules may not take the place of others, if they may not. Rules are rolled back by
   * giving the old ones a higher version, so that an old message that comes again changes nothing.
   */
  public Optional<String> refusalAfter(RuleSet inForce) {
    if (version() > inForce.version() || sameAs(inForce)) {
      return Optional.empty();
    }
    return Optional.of(
        "Rules of version %d came, expected a version above %d; those of version %d stay in force"
            .formatted(version(), inForce.version(), inForce.version()));
  }

  /** Whether these are the same rules, letter for letter. */
  boolean sameAs(RuleSet other) {
    return sha256.equals(other.sha256);
  }

  /**
   * Of these rules and others those of the higher version; these where both have the same.
   *
   * @param others a text that was read without a fault before
   */
  RuleSet orNewer(String others) {
    if (others.equals(text)) {
      return this;
    }
    RuleSet read = read("rules.yaml", others);
    return read.version() > version() ? read : this;
  }

  private static String sha256(String text) {
    byte[] digest = Sha256.digest().digest(text.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(digest);
  }
}
