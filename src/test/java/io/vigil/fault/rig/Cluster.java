package io.vigil.fault.rig;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.vigil.Await;
import io.vigil.ClusterStart;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.container.entrypoint.StandaloneApplicationClusterEntryPoint;
import org.apache.flink.runtime.taskexecutor.TaskManagerRunner;

/**
 * An application cluster of Flink that runs {@code vigil run}: a job manager, two task managers.
 */
public final class Cluster implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final String PLAIN_HTTP = "-DCOSMOS.HTTP_CONNECTION_WITHOUT_TLS_ALLOWED=true";

  private final ClusterFiles files;
  private final Plan plan;
  private final List<Path> classPath = ClassPath.ofFlink();
  private final List<JavaProcess> taskManagers = new ArrayList<>();
  private final Rest rest;
  private JavaProcess jobManager;
  private int started;
  private long restartsBefore;
  private long restarts;

  /**
   * What it is to run.
   *
   * @param settings the job's {@code vigil.yaml}
   * @param environment with the secrets that the settings name
   * @param parallelism of the job
   * @param from the savepoint or checkpoint to begin at, if any
   */
  public record Plan(
      Path settings, Map<String, String> environment, int parallelism, Optional<String> from) {

    /** The same with as many tasks as said, from a savepoint on. */
    public Plan goingOn(int tasks, String savepoint) {
      return new Plan(settings, environment, tasks, Optional.of(savepoint));
    }
  }

  private Cluster(ClusterFiles files, Plan plan) throws IOException {
    this.files = files;
    this.plan = plan;
    this.rest = new Rest(files.restPort());
  }

  /**
   * Starts its processes.
   *
   * @param folder for its files; its name is the cluster's id
   */
  static Cluster start(Path folder, Plan plan, ZooKeeper zooKeeper, Path checkpoints)
      throws IOException {
    String id = folder.getFileName().toString();
    ClusterFiles files =
        ClusterFiles.write(folder, id, zooKeeper.address(), plan.parallelism, checkpoints);
    Cluster cluster = new Cluster(files, plan);
    cluster.startJobManager();
    cluster.startTaskManager();
    cluster.startTaskManager();
    return cluster;
  }

  /** Starts the job manager, or one that was killed anew. */
  public void startJobManager() throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                StandaloneApplicationClusterEntryPoint.class.getName(),
                "--configDir",
                files.conf().toString(),
                "--job-classname",
                ClusterStart.ENTRY_CLASS));
    plan.from.ifPresent(savepoint -> command.addAll(List.of("--fromSavepoint", savepoint)));
    command.addAll(ClusterStart.arguments(plan.settings));
    jobManager =
        start(
            "jobmanager",
            List.of("-Xmx512m", "-XX:MaxMetaspaceSize=384m", "-Dvigil.home=" + JavaProcess.home()),
            plan.environment,
            command);
  }

  /** Starts one more task manager. */
  public JavaProcess startTaskManager() throws IOException {
    String name = "taskmanager-" + ++started;
    JavaProcess process =
        start(
            name,
            List.of("-Xmx512m", "-XX:MaxDirectMemorySize=320m", "-XX:MaxMetaspaceSize=384m"),
            Map.of(),
            List.of(
                TaskManagerRunner.class.getName(),
                "--configDir",
                files.conf().toString(),
                "-Dtaskmanager.resource-id=" + name));
    taskManagers.add(process);
    return process;
  }

  private JavaProcess start(
      String name, List<String> options, Map<String, String> environment, List<String> command)
      throws IOException {
    List<String> all = new ArrayList<>(options);
    all.addAll(
        List.of(
            "-XX:+UseG1GC",
            "-XX:TieredStopAtLevel=1",
            PLAIN_HTTP,
            "-Dlog4j.configurationFile=" + files.logging()));
    Map<String, String> where = new HashMap<>(environment);
    where.put("FLINK_LIB_DIR", files.lib().toString());
    return JavaProcess.start(
        name,
        files.folder().resolve(name + ".log"),
        new JavaProcess.Launch(all, classPath, where),
        command);
  }

  /** The task managers that were started and not lost, the oldest first. */
  public List<JavaProcess> taskManagers() {
    return List.copyOf(taskManagers);
  }

  /** A task manager is no longer: its place is for another one. */
  public void lose(JavaProcess taskManager) {
    taskManager.close();
    taskManagers.remove(taskManager);
  }

  public JavaProcess jobManager() {
    return jobManager;
  }

  /** What the job manager says over HTTP. */
  public Rest rest() {
    return rest;
  }

  /** The job's id, once there is a job. */
  public Optional<String> job() {
    return rest.get("/jobs")
        .map(jobs -> jobs.path("jobs").path(0).path("id").asText())
        .filter(id -> !id.isEmpty());
  }

  /** How the job is, as Flink names it; {@code UNKNOWN} where nobody can say. */
  public String state() {
    return rest.get("/jobs")
        .map(jobs -> jobs.path("jobs").path(0).path("status").asText("UNKNOWN"))
        .orElse("UNKNOWN");
  }

  /** Checkpoints as the job manager knows them. */
  public JsonNode checkpoints() {
    return job()
        .flatMap(id -> rest.get("/jobs/" + id + "/checkpoints"))
        .orElseGet(MissingNode::getInstance);
  }

  /** How often the job was restarted; what a lost job manager counted is looked at before. */
  public long restarts() {
    job()
        .flatMap(id -> rest.get("/jobs/" + id + "/metrics?get=numRestarts"))
        .map(metrics -> metrics.path(0).path("value").asLong(-1))
        .filter(count -> count >= 0)
        .ifPresent(count -> restarts = Math.max(restarts, count));
    return restartsBefore + restarts;
  }

  /** Kills the job manager as {@code kill -9} does. */
  public void killJobManager() {
    restartsBefore = restarts();
    restarts = 0;
    jobManager.close();
  }

  /**
   * Stops the job with a savepoint; then the cluster ends too.
   *
   * @param drain whether all that is open is closed, as at the end of a replay
   * @return where the savepoint is
   */
  public String stop(boolean drain) {
    String id = job().orElseThrow(() -> new IllegalStateException("There is no job to stop"));
    restarts();
    String trigger =
        rest.post("/jobs/" + id + "/stop", "{\"drain\":" + drain + "}")
            .orElseThrow(() -> new IllegalStateException("The job manager refused to stop the job"))
            .path("request-id")
            .asText();
    String location = savepoint(id, trigger);
    Await.until("the job manager's end", PATIENCE, () -> !jobManager.isAlive());
    return location;
  }

  /**
   * Takes a savepoint while the job goes on.
   *
   * @return where it is
   */
  public String savepoint() {
    String id = job().orElseThrow(() -> new IllegalStateException("There is no job to save"));
    String trigger =
        rest.post("/jobs/" + id + "/savepoints", "{\"cancel-job\":false}")
            .orElseThrow(() -> new IllegalStateException("The job manager took no savepoint"))
            .path("request-id")
            .asText();
    return savepoint(id, trigger);
  }

  private String savepoint(String id, String trigger) {
    String[] location = {""};
    Await.until(
        "the savepoint",
        PATIENCE,
        () -> {
          Optional<JsonNode> answer = rest.get("/jobs/" + id + "/savepoints/" + trigger);
          answer.ifPresent(
              said -> {
                JsonNode operation = said.path("operation");
                if (operation.has("failure-cause")) {
                  throw new IllegalStateException(
                      "The job took no savepoint: "
                          + operation.path("failure-cause").path("stack-trace").asText());
                }
                location[0] = operation.path("location").asText();
              });
          return !location[0].isEmpty() || !jobManager.isAlive();
        });
    return location[0];
  }

  /** What its processes said last, for a failure's message. */
  public String lastWords() {
    StringBuilder words = new StringBuilder();
    List<JavaProcess> all = new ArrayList<>(taskManagers);
    all.add(jobManager);
    all.forEach(one -> words.append("--- ").append(one).append('\n').append(one.lastWords()));
    return words.toString();
  }

  /** Where it keeps its files. */
  public Path folder() {
    return files.folder();
  }

  @Override
  public void close() {
    List.copyOf(taskManagers).forEach(this::lose);
    jobManager.close();
  }
}
