package io.vigil.model;

import ai.onnxruntime.OrtException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import smile.data.Tuple;

/**
 * One window after the other through the same forest (200 trees of depth 12, 50 features, 7
 * classes) on one thread: Smile's two predictions, the compiled forest, and ONNX Runtime. Before
 * anything is measured all answers are compared.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xmx2g"})
public class ForestBenchmark {
  private BenchmarkForest forest;
  private CompiledForest compiled;
  private OnnxForest onnx;
  private double[][] rows;
  private Tuple[] tuples;
  private final double[] answer = new double[BenchmarkForest.CLASSES];
  private int next;

  /** Trains, and refuses to measure forests that disagree. */
  @Setup(Level.Trial)
  public void train() throws OrtException {
    forest = BenchmarkForest.train();
    compiled = new CompiledForest(forest.flat());
    onnx = new OnnxForest(forest.flat());
    rows = forest.rows();
    tuples = forest.tuples();
    forest.check("compiled", 0.0, compiled);
    // It adds up in single precision.
    forest.check("ONNX Runtime", 1e-5, onnx);
  }

  /** Ends the other runtime. */
  @TearDown(Level.Trial)
  public void close() throws OrtException {
    onnx.close();
  }

  private int next() {
    next = (next + 1) & (rows.length - 1);
    return next;
  }

  /** Majority vote. */
  @Benchmark
  public int smilePredict() {
    return forest.smile().predict(tuples[next()]);
  }

  /** Probabilities: what the compiled forest has to equal. */
  @Benchmark
  public double[] smileSoftVote() {
    forest.smile().predict(tuples[next()], answer);
    return answer;
  }

  /** Probabilities, the same to the last bit. */
  @Benchmark
  public double[] compiled() {
    compiled.probabilities(rows[next()], answer);
    return answer;
  }

  /** Probabilities in single precision. */
  @Benchmark
  public double[] onnxRuntime() {
    onnx.probabilities(rows[next()], answer);
    return answer;
  }
}
