package io.vigil.train;

import io.vigil.model.Manifest;
import io.vigil.model.ModelArtifact;
import io.vigil.model.Recipe;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a person should know before using a model, as Markdown (Mitchell et al. 2019). */
public final class ModelCard {
  private static final String CITATION =
      """
      Where the windows are those of UCI data set 287, cite: P. Casale, O. Pujol, P. Radeva,
      "Personalization and user verification in wearable systems using biometric walking patterns",
      Personal and Ubiquitous Computing 16(5), 563-580, 2012.
      """;

  /** The card of a model. */
  public static String of(ModelArtifact artifact) {
    Manifest m = artifact.manifest();
    return String.join(
        "\n",
        heading(artifact),
        "## Use",
        "",
        "Says what the wearer of one chest-worn accelerometer is doing, window by window, for"
            + " people who live alone and those who care for them. It is no medical device, and says"
            + " nothing of falls: those are found on the samples.",
        "",
        "## Trained on",
        "",
        trainedOn(m),
        "## How well it does on somebody new",
        "",
        metrics(m),
        "## Limits",
        "",
        limits(m),
        "## Source of the data",
        "",
        CITATION);
  }

  private static String heading(ModelArtifact artifact) {
    Manifest m = artifact.manifest();
    Recipe r = m.recipe();
    return format(
        """
        # Model %s

        - sha256 `%s`, trained %s
        - %s of Smile %s: %d trees, depth %d, leaves of %d windows, seed %d; %.1f s around a change
          of the label left out
        - windows of %d ms every %d ms at %s Hz, %d features (schema version %d, `%.12s`)
        - classes: %s
        - smoothing over windows before: stay %s, sharpness %s
        """,
        artifact.id().reference(),
        artifact.id().sha256(),
        artifact.createdAt(),
        r.algorithm(),
        r.smileVersion(),
        r.trees(),
        r.depth(),
        r.nodeSize(),
        r.seed(),
        r.boundarySeconds(),
        m.featureSchema().windowMillis(),
        m.featureSchema().hopMillis(),
        m.featureSchema().rateHz(),
        m.featureSchema().names().size(),
        m.featureSchema().version(),
        m.featureSchemaHash(),
        String.join(", ", m.classes()),
        m.smoothing().stay(),
        m.smoothing().sharpness());
  }

  private static String trainedOn(Manifest m) {
    String windows =
        m.trainedOn().windows().entrySet().stream()
            .map(e -> "| " + e.getKey() + " | " + e.getValue() + " |")
            .collect(Collectors.joining("\n"));
    return format(
        """
        Participants %s (one body under several ids: %s), sensors of profile `%s`.

        | class | windows |
        | --- | ---: |
        %s
        """,
        String.join(", ", m.trainedOn().participants()),
        m.trainedOn().samePerson().isEmpty() ? "none" : m.trainedOn().samePerson(),
        m.deviceProfile(),
        windows);
  }

  private static String metrics(Manifest m) {
    String rows =
        m.metrics().perClass().entrySet().stream()
            .map(
                e ->
                    format(
                        "| %s | %.3f | %.3f | %.3f | %d |",
                        e.getKey(),
                        e.getValue().precision(),
                        e.getValue().recall(),
                        e.getValue().f1(),
                        e.getValue().support()))
            .collect(Collectors.joining("\n"));
    return format(
        """
        By %s, every labelled window counted (%d): accuracy %.3f, macro F1 %.3f.

        | class | precision | recall | F1 | windows |
        | --- | ---: | ---: | ---: | ---: |
        %s
        """,
        m.metrics().method(),
        m.metrics().windows(),
        m.metrics().accuracy(),
        m.metrics().macroF1(),
        rows);
  }

  private static String limits(Manifest m) {
    return format(
        """
        - It knows %d participants, few beside the variety of people; expect it to do worse on
          bodies, ages and walking aids unlike theirs.
        - It answers with one of its classes always, also for what it has never seen (cycling, lying).
        - Only for a sensor on the chest, worn the same way; other places of the body are not covered.
        - Labels in the data are late or early by seconds at changes; figures count them as they are.
        """,
        m.trainedOn().participants().size());
  }

  private static String format(String format, Object... arguments) {
    return String.format(Locale.ROOT, format, arguments);
  }

  private ModelCard() {}
}
