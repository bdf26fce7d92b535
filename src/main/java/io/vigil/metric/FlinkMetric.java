package io.vigil.metric;

import static io.vigil.metric.Kind.COUNTER;
import static io.vigil.metric.Kind.GAUGE;

import java.util.List;

/** What Flink and its connectors count, as far as dashboards or alert rules ask for it. */
public enum FlinkMetric implements Named {
  RESTARTS("jobmanager_job_numRestarts", COUNTER, "restarts", "Restarts since the job's start."),
  UPTIME(
      "jobmanager_job_runningTime",
      GAUGE,
      "milliseconds",
      "How long the job has run since its last restart."),
  CHECKPOINTS(
      "jobmanager_job_numberOfCompletedCheckpoints", COUNTER, "checkpoints", "Those that worked."),
  CHECKPOINTS_FAILED(
      "jobmanager_job_numberOfFailedCheckpoints", COUNTER, "checkpoints", "Those that failed."),
  CHECKPOINT_MILLIS(
      "jobmanager_job_lastCheckpointDuration", GAUGE, "milliseconds", "How long the last took."),
  CHECKPOINT_BYTES(
      "jobmanager_job_lastCheckpointFullSize",
      GAUGE,
      "bytes",
      "What the job would be restored from: all its state."),
  CHECKPOINT_DONE(
      "jobmanager_job_lastCheckpointCompletedTimestamp",
      GAUGE,
      "milliseconds since 1970",
      "When the last one was complete; -1 while there was none."),
  TASK_MANAGERS(
      "jobmanager_numRegisteredTaskManagers", GAUGE, "task managers", "Those that are there."),
  PENDING_RECORDS(
      "taskmanager_job_task_operator_pendingRecords",
      GAUGE,
      "messages",
      "How far a source is behind its hub, by AMQP and by Kafka."),
  RECORDS_SENT(
      "taskmanager_job_task_operator_numRecordsSend",
      COUNTER,
      "records",
      "What a sink wrote; that named lake: examples."),
  FILES_COMMITTED(
      "taskmanager_job_task_operator_successfulCommittables",
      COUNTER,
      "files",
      "Files of the lake that became whole."),
  FILES_FAILED(
      "taskmanager_job_task_operator_failedCommittables",
      COUNTER,
      "files",
      "Files of the lake that did not."),
  BUSY(
      "taskmanager_job_task_busyTimeMsPerSecond",
      GAUGE,
      "milliseconds a second",
      "How busy a task is: 1,000 is all it can."),
  BACK_PRESSURED(
      "taskmanager_job_task_backPressuredTimeMsPerSecond",
      GAUGE,
      "milliseconds a second",
      "How long a task waits for those behind it."),
  HEAP_USED(
      "taskmanager_Status_JVM_Memory_Heap_Used", GAUGE, "bytes", "Heap of a task manager in use."),
  HEAP_MOST(
      "taskmanager_Status_JVM_Memory_Heap_Max", GAUGE, "bytes", "All the heap that it may have."),
  CPU("taskmanager_Status_JVM_CPU_Load", GAUGE, "share", "The share of a machine that it takes.");

  private final Described described;

  FlinkMetric(String title, Kind kind, String unit, String comment) {
    this.described = new Described("flink_" + title, kind, unit, List.of(), comment);
  }

  @Override
  public Described described() {
    return described;
  }
}
