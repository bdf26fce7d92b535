package io.vigil.erasure;

import io.vigil.sensor.RawMessage;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.util.Collector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads erasures; what is none is left where it stands, and logged. */
public final class ErasureFunction implements FlatMapFunction<RawMessage, Erasure> {
  private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger(ErasureFunction.class);

  @Override
  public void flatMap(RawMessage message, Collector<Erasure> out) {
    try {
      out.collect(ErasureMessages.read(message.payload()));
    } catch (IllegalArgumentException e) {
      LOG.error("{} {}: {}", message.source(), message.position(), e.getMessage());
    }
  }
}
