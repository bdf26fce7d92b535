package io.vigil.fault.rig;

import io.vigil.Await;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.flink.runtime.zookeeper.FlinkZooKeeperQuorumPeer;

/** ZooKeeper in a process of its own: where a cluster keeps what outlives its job manager. */
final class ZooKeeper implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final int port = FreePort.next();
  private final JavaProcess process;

  ZooKeeper(Path folder) throws IOException {
    Files.createDirectories(folder);
    Path file =
        Files.writeString(
            folder.resolve("zoo.cfg"),
            """
            tickTime=2000
            initLimit=10
            syncLimit=5
            dataDir=%s
            clientPort=%d
            clientPortAddress=localhost
            admin.enableServer=false
            server.1=localhost:%d:%d
            """
                .formatted(folder.resolve("data"), port, FreePort.next(), FreePort.next()));
    process =
        JavaProcess.start(
            "ZooKeeper",
            folder.resolveSibling("zookeeper.log"),
            new JavaProcess.Launch(
                List.of("-Xmx64m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"),
                ClassPath.ofFlink(),
                Map.of()),
            List.of(
                FlinkZooKeeperQuorumPeer.class.getName(),
                "--zkConfigFile",
                file.toString(),
                "--peerId",
                "1"));
    Await.until("ZooKeeper", PATIENCE, () -> isOpen() || !process.isAlive());
    if (!process.isAlive()) {
      throw new IOException("ZooKeeper did not start:\n" + process.lastWords());
    }
  }

  private boolean isOpen() {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException notYet) {
      return false;
    }
  }

  String address() {
    return "localhost:" + port;
  }

  @Override
  public void close() {
    process.close();
  }
}
