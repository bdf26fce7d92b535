package io.vigil;

import static io.vigil.Lanes.once;

import io.vigil.alert.Alert;
import io.vigil.alert.AlertFunction;
import io.vigil.alert.Command;
import io.vigil.alert.CommandFunction;
import io.vigil.alert.Heartbeat;
import io.vigil.alert.HeartbeatFunction;
import io.vigil.alert.Notice;
import io.vigil.alert.NoticeOperator;
import io.vigil.alert.RulesFunction;
import io.vigil.sensor.RawMessage;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/** The watch over participants, and what it is told and asked besides what sensors send. */
final class WatchSteps {
  static SingleOutputStreamOperator<Command> commands(DataStream<RawMessage> messages) {
    return messages.process(new CommandFunction()).name("commands").uid("commands");
  }

  /** One door for the whole job, so that all tasks follow the same rules. */
  static SingleOutputStreamOperator<String> rules(
      DataStream<RawMessage> messages, JobSettings settings) {
    return once(messages.process(new RulesFunction(settings.alerts())).name("rules").uid("rules"));
  }

  /** Rules, and the question whether all live. */
  static SingleOutputStreamOperator<Notice> notices(
      DataStream<String> rules, JobSettings settings) {
    return once(NoticeOperator.of(rules, settings.alerts()).name("notices").uid("notices"));
  }

  /**
   * One for the whole job. It begins a task of its own, so that it has one task at most wherever it
   * runs: in the task of alerts it would have as many as they.
   */
  static SingleOutputStreamOperator<Heartbeat> heartbeats(
      SingleOutputStreamOperator<Alert> alerts) {
    return once(
        alerts
            .getSideOutput(AlertFunction.BEATS)
            .process(new HeartbeatFunction())
            .startNewChain()
            .name("heartbeat")
            .uid("heartbeat"));
  }

  private WatchSteps() {}
}
