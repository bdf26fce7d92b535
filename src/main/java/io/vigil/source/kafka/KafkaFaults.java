package io.vigil.source.kafka;

import io.vigil.settings.Finding;
import io.vigil.source.HubAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.flink.util.SerializedThrowable;

/** Says in one line, without secrets, what went wrong with a hub's Kafka endpoint. */
public final class KafkaFaults {
  /** How the failures of {@link EntraLogin} begin, by which they are known again. */
  static final String NO_TOKEN = "No token of Entra ID: ";

  private static final int LONGEST = 300;
  private static final int DEEPEST = 20;
  private static final Pattern SECRETS =
      Pattern.compile(
          "(SharedAccessKey=|SharedAccessSignature=?\\s*|password\\s*=\\s*|\\bsig=|Bearer\\s+)"
              + "(\"[^\"]*\"|[^;,&\\s\"]+)"
              // A token of Entra ID.
              + "|\\b(eyJ)[\\w-]+\\.[\\w-]*\\.[\\w-]*",
          Pattern.CASE_INSENSITIVE);

  /** What was tried, what came back and what to do. */
  public static String explain(Throwable failure, HubAddress hub) {
    return finding(failure, hub, "").toString();
  }

  /**
   * Whether the failure may be gone when it is tried again; what is not known counts as lasting.
   */
  public static boolean isPassing(Throwable failure) {
    return fault(causes(failure)).isPassing();
  }

  /**
   * The same as {@link #explain}, of one step of a check.
   *
   * @param step what was tried, or the empty string
   */
  static Finding finding(Throwable failure, HubAddress hub, String step) {
    List<Throwable> causes = causes(failure);
    KafkaFault fault = fault(causes);
    return Finding.wrong(
        tried(hub, step),
        filled(fault.cameBack(), hub) + " (" + saidBy(causes, fault, hub) + ")",
        filled(fault.advice(), hub));
  }

  /** Whether the failure is about the hub itself, so that we were let in before. */
  static boolean isOfTheHub(Throwable failure) {
    KafkaFault fault = fault(causes(failure));
    return fault == KafkaFault.UNKNOWN_HUB || fault == KafkaFault.NO_RIGHT_TO_HUB;
  }

  /** How every line begins. */
  static String tried(HubAddress hub, String step) {
    return "Event Hubs (kafka) " + hub + (step.isEmpty() ? "" : ": " + step);
  }

  /** The text in one line of bearable length, without what may be a secret. */
  static String harmless(String text, HubAddress hub) {
    String shown = text;
    for (String part : hub.connectionString().reveal().split(";")) {
      if (part.matches("(?i)SharedAccess(Key|Signature)=.+")) {
        shown = shown.replace(part.substring(part.indexOf('=') + 1), "(secret)");
      }
    }
    shown =
        SECRETS
            .matcher(shown)
            .replaceAll(found -> Matcher.quoteReplacement(beginning(found)) + "(secret)")
            .replaceAll("\\s+", " ")
            .strip();
    return shown.length() <= LONGEST ? shown : shown.substring(0, LONGEST) + "…";
  }

  private static String beginning(MatchResult secret) {
    return secret.group(1) == null ? "" : secret.group(1);
  }

  /** The first fault in the order of {@link KafkaFault} that any of the causes stands for. */
  private static KafkaFault fault(List<Throwable> causes) {
    return causes.stream().map(KafkaFault::of).sorted().findFirst().orElse(KafkaFault.OTHER);
  }

  /** The words of the innermost cause that stands for the fault. */
  private static String saidBy(List<Throwable> causes, KafkaFault fault, HubAddress hub) {
    Throwable said = causes.get(0);
    for (Throwable cause : causes) {
      said = KafkaFault.of(cause) == fault ? cause : said;
    }
    String name = said.getClass().getSimpleName();
    return said.getMessage() == null
        ? name
        : name + ": " + harmless(said.getMessage(), hub).replaceFirst("\\.$", "");
  }

  private static List<Throwable> causes(Throwable failure) {
    List<Throwable> causes = new ArrayList<>();
    Throwable at = failure;
    while (at != null && causes.size() < DEEPEST) {
      causes.add(at);
      // What comes back from a cluster is wrapped, because a client may not know its class.
      at = at instanceof SerializedThrowable wrapped ? unwrapped(wrapped) : at.getCause();
    }
    return causes;
  }

  private static Throwable unwrapped(SerializedThrowable wrapped) {
    Throwable original = wrapped.deserializeError(KafkaFaults.class.getClassLoader());
    return original == wrapped ? wrapped.getCause() : original;
  }

  private static String filled(String words, HubAddress hub) {
    return words.replace("{hub}", hub.hub()).replace("{at}", KafkaConnection.endpoint(hub));
  }

  private KafkaFaults() {}
}
