package io.vigil.model;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.DoubleBuffer;
import java.util.Map;

/** The same forest in ONNX Runtime, on one thread. */
final class OnnxForest implements Classifier, AutoCloseable {
  private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
  private final OrtSession.SessionOptions options = new OrtSession.SessionOptions();
  private final OrtSession session;

  OnnxForest(FlatForest forest) throws OrtException {
    options.setIntraOpNumThreads(1);
    options.setInterOpNumThreads(1);
    session = environment.createSession(OnnxForestModel.bytes(forest), options);
  }

  @Override
  public void probabilities(double[] features, double[] probabilities) {
    long[] shape = {1, features.length};
    try (OnnxTensor input =
            OnnxTensor.createTensor(environment, DoubleBuffer.wrap(features), shape);
        OrtSession.Result result = session.run(Map.of("x", input))) {
      float[] scores = ((float[][]) result.get(1).getValue())[0];
      double sum = 0;
      for (float score : scores) {
        sum += score;
      }
      for (int c = 0; c < scores.length; c++) {
        probabilities[c] = scores[c] / sum;
      }
    } catch (OrtException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() throws OrtException {
    session.close();
    options.close();
  }
}
