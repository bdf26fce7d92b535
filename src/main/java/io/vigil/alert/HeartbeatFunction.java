package io.vigil.alert;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;

/**
 * The heartbeat of the job, made where all its alerts come from, and written by the same sink.
 *
 * <p>A fresh heartbeat in the store proves that every task that watches takes in what comes to it
 * and hands on what it says, and that the store takes what the sink writes. It does not prove that
 * samples come: for that it carries the time of the newest. A job that is stopped, that restarts
 * again and again, that is stuck behind one task or that cannot write has a stale one. One task
 * makes it, for all.
 */
public final class HeartbeatFunction extends ProcessFunction<Beat, Heartbeat> {
  private static final long serialVersionUID = 1L;

  private transient Heartbeats heartbeats;

  @Override
  public void open(OpenContext context) {
    heartbeats = new Heartbeats();
  }

  @Override
  public void processElement(Beat beat, Context context, Collector<Heartbeat> out) {
    heartbeats.take(beat).ifPresent(out::collect);
  }
}
