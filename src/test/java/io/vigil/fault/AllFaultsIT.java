package io.vigil.fault;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.vigil.fault.kind.BrokerCutOff;
import io.vigil.fault.kind.BrokerKilled;
import io.vigil.fault.kind.CheckpointsFull;
import io.vigil.fault.kind.CheckpointsReadOnly;
import io.vigil.fault.kind.ClocksWrong;
import io.vigil.fault.kind.CosmosFaulty;
import io.vigil.fault.kind.CosmosForbidden;
import io.vigil.fault.kind.Fault;
import io.vigil.fault.kind.HoursOffline;
import io.vigil.fault.kind.JobManagerKilled;
import io.vigil.fault.kind.LoadDoubled;
import io.vigil.fault.kind.ModelSwapped;
import io.vigil.fault.kind.NewestCheckpointDamaged;
import io.vigil.fault.kind.OnePercentPoison;
import io.vigil.fault.kind.OrderPermuted;
import io.vigil.fault.kind.PartitionComesBack;
import io.vigil.fault.kind.PeopleOnce;
import io.vigil.fault.kind.Rescaled;
import io.vigil.fault.kind.SubmittedTwice;
import io.vigil.fault.kind.TaskManagerKilled;
import io.vigil.fault.kind.TaskManagerStopped;
import io.vigil.fault.kind.UploadsRepeated;
import io.vigil.fault.rig.Volume;
import io.vigil.source.kafka.NeedsKafkaLogin;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every fault, each in a run of its own: {@code ./mvnw verify -Pfaults}. */
@Tag("faults")
@NeedsKafkaLogin
class AllFaultsIT {
  private static final int PEOPLE = 50;
  private static final FaultRun.Size SIZE = new FaultRun.Size(PEOPLE, 3600, 2, 1);

  @TempDir Path folder;

  @Test
  void tenTaskManagersKilled() throws Exception {
    run("ten task managers killed", Collections.nCopies(10, new TaskManagerKilled()));
  }

  @Test
  void taskManagerStopped() throws Exception {
    run("task manager stopped", List.of(new TaskManagerStopped()));
  }

  @Test
  void jobManagerKilled() throws Exception {
    run("job manager killed", List.of(new JobManagerKilled(), new JobManagerKilled()));
  }

  @Test
  void brokerKilled() throws Exception {
    run("broker killed", List.of(new BrokerKilled()));
  }

  @Test
  void brokerCutOff() throws Exception {
    run("broker cut off", List.of(new BrokerCutOff()));
  }

  @Test
  void cosmosFaulty() throws Exception {
    run("Cosmos DB faulty", List.of(new CosmosFaulty()));
  }

  @Test
  void cosmosForbidden() throws Exception {
    run("Cosmos DB forbidden", List.of(new CosmosForbidden()));
  }

  @Test
  void checkpointsFull() throws Exception {
    assumeDisk();
    run("checkpoints full", List.of(new CheckpointsFull()));
  }

  @Test
  void checkpointsReadOnly() throws Exception {
    assumeDisk();
    run("checkpoints read-only", List.of(new CheckpointsReadOnly()));
  }

  @Test
  void newestCheckpointDamaged() throws Exception {
    run("newest checkpoint damaged", List.of(new NewestCheckpointDamaged()));
  }

  @Test
  void rescaled() throws Exception {
    Checked.run(
        "rescaled",
        folder,
        new FaultRun.Size(PEOPLE, 3600, 1, 1),
        List.of(new Rescaled(4), new Rescaled(2)));
  }

  @Test
  void submittedTwice() throws Exception {
    run("submitted twice", List.of(new SubmittedTwice()));
  }

  @Test
  void loadDoubled() throws Exception {
    run("load doubled", List.of(new LoadDoubled(PEOPLE, 600)));
  }

  @Test
  void peopleOnce() throws Exception {
    run("two hundred thousand people once", List.of(new PeopleOnce(200_000)));
  }

  @Test
  void modelSwapped() throws Exception {
    run("models swapped", List.of(new ModelSwapped()));
  }

  @Test
  void partitionComesBack() throws Exception {
    run("a partition comes back", List.of(new PartitionComesBack()));
  }

  @Test
  void clocksWrong() throws Exception {
    run("clocks wrong", List.of(new ClocksWrong()));
  }

  @Test
  void hoursOffline() throws Exception {
    run("hours offline", List.of(new HoursOffline()));
  }

  @Test
  void orderPermuted() throws Exception {
    run("order permuted", List.of(new OrderPermuted()));
  }

  @Test
  void uploadsRepeated() throws Exception {
    run("uploads repeated", List.of(new UploadsRepeated()));
  }

  @Test
  void onePercentPoison() throws Exception {
    run("one percent poison", List.of(new OnePercentPoison()));
  }

  private void assumeDisk() throws Exception {
    try (Volume tried = Volume.at(folder.resolve("tried"))) {
      assumeTrue(tried.isDisk(), "this machine lets nobody mount a small disk");
    }
  }

  private void run(String name, List<? extends Fault> faults) throws Exception {
    Checked.run(name, folder, SIZE, List.copyOf(faults));
  }
}
