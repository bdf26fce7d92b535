package io.vigil.model;

import io.vigil.activity.ModelRef;
import io.vigil.feature.FeatureExtractor;
import java.lang.ref.SoftReference;
import java.lang.ref.WeakReference;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/**
 * A model that was found fit to score. The tasks that share a process hold one copy, however often
 * they hear of it; a compiled forest that nobody has asked for a long time may go where memory is
 * short, and is made again from the bytes.
 */
public final class StandingModel {
  private static final Map<String, WeakReference<StandingModel>> IN_THIS_PROCESS = new HashMap<>();

  private final byte[] artifact;
  private final ModelRef ref;
  private final String[] classes;
  private final TrainingProfile profile;
  private volatile SoftReference<Scorer> scorer;

  private StandingModel(byte[] artifact) {
    this.artifact = artifact;
    Model model = read();
    this.ref = model.id().ref();
    this.profile = model.manifest().profile();
    this.classes = model.manifest().classes().toArray(String[]::new);
    this.scorer = new SoftReference<>(model.scorer());
  }

  /**
   * Checks a model and keeps it ready.
   *
   * @param artifact the bytes of its file; not changed afterwards
   * @throws ModelRefused if they are no model, its golden vectors are answered otherwise than in
   *     training, or its features are not those that this build computes
   */
  public static StandingModel of(byte[] artifact) {
    String file = HexFormat.of().formatHex(Sha256.digest().digest(artifact));
    synchronized (IN_THIS_PROCESS) {
      WeakReference<StandingModel> known = IN_THIS_PROCESS.get(file);
      StandingModel standing = known == null ? null : known.get();
      if (standing == null) {
        standing = new StandingModel(artifact);
        IN_THIS_PROCESS.values().removeIf(gone -> gone.get() == null);
        IN_THIS_PROCESS.put(file, new WeakReference<>(standing));
      }
      return standing;
    }
  }

  /** The one of that sha256, if it scores in this process. */
  public static Optional<StandingModel> named(String sha256) {
    synchronized (IN_THIS_PROCESS) {
      return IN_THIS_PROCESS.values().stream()
          .map(WeakReference::get)
          .filter(model -> model != null && model.sha256().equals(sha256))
          .findFirst();
    }
  }

  /** The bytes of its file, which nobody changes. */
  byte[] artifact() {
    return artifact;
  }

  /** What tells it from other models; see {@link ModelId#sha256}. */
  String sha256() {
    return ref.sha256();
  }

  /** As outputs name it. */
  ModelRef ref() {
    return ref;
  }

  /** What it saw in training. */
  public TrainingProfile profile() {
    return profile;
  }

  /** What it answers with, in the order of its probabilities; nobody changes them. */
  public String[] classes() {
    return classes;
  }

  /** The path every window takes. */
  Scorer scorer() {
    Scorer ready = scorer.get();
    return ready != null ? ready : again();
  }

  private synchronized Scorer again() {
    Scorer ready = scorer.get();
    if (ready == null) {
      ready = read().scorer();
      scorer = new SoftReference<>(ready);
    }
    return ready;
  }

  private Model read() {
    return Model.load(ModelArtifact.read(artifact)).expecting(FeatureExtractor.SCHEMA);
  }
}
