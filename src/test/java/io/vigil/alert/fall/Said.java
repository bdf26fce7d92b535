package io.vigil.alert.fall;

import io.vigil.alert.fall.ImpactFinding.Verdict;
import io.vigil.sensor.SampleBatch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** All that a detector said, in order. */
final class Said implements FallOutput {
  static final FallModel MODEL = FallModelFile.shipped();

  record Signal(SignalFault fault, long atMicros) {}

  final List<Object> all = new ArrayList<>();
  final List<ImpactJudgement> judgements = new ArrayList<>();

  /** What the shipped model makes of samples, given at once. */
  static Said of(SampleBatch samples) {
    Said said = new Said();
    detector().add(new FallState(), samples, said);
    return said;
  }

  static FallDetector detector() {
    return new FallDetector(MODEL, FallSettings.of(MODEL));
  }

  static SampleBatch part(SampleBatch s, int from, int to) {
    return new SampleBatch(
        s.participantId(),
        Arrays.copyOfRange(s.times(), from, to),
        Arrays.copyOfRange(s.x(), from, to),
        Arrays.copyOfRange(s.y(), from, to),
        Arrays.copyOfRange(s.z(), from, to),
        s.activity());
  }

  List<ImpactFinding> falls() {
    return of(ImpactFinding.class).stream().filter(f -> f.verdict() == Verdict.FALL).toList();
  }

  List<FallUpdate.Kind> updates() {
    return of(FallUpdate.class).stream().map(FallUpdate::kind).toList();
  }

  List<SignalFault> faults() {
    return of(Signal.class).stream().map(Signal::fault).toList();
  }

  private <T> List<T> of(Class<T> type) {
    return all.stream().filter(type::isInstance).map(type::cast).toList();
  }

  @Override
  public void impact(ImpactFinding finding) {
    all.add(finding);
  }

  @Override
  public void judged(ImpactJudgement judgement) {
    judgements.add(judgement);
  }

  /** Why impacts of a kind were judged so, each reason once. */
  Set<String> whys(ImpactJudgement.Kind kind) {
    return judgements.stream()
        .filter(judgement -> judgement.kind() == kind)
        .map(ImpactJudgement::why)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Override
  public void update(FallUpdate update) {
    all.add(update);
  }

  @Override
  public void signal(SignalFault fault, long atMicros) {
    all.add(new Signal(fault, atMicros));
  }
}
