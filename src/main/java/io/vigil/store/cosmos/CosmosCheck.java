package io.vigil.store.cosmos;

import com.azure.cosmos.CosmosAsyncClient;
import com.azure.cosmos.CosmosAsyncContainer;
import com.azure.cosmos.CosmosAsyncDatabase;
import com.azure.cosmos.CosmosException;
import com.azure.cosmos.models.CosmosContainerProperties;
import com.azure.cosmos.models.PartitionKey;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vigil.settings.Finding;
import io.vigil.store.Container;
import io.vigil.store.Document;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLHandshakeException;

/** Checks settings against the account, a line for each thing that must be right. */
public final class CosmosCheck {
  private static final Duration LONGEST = Duration.ofSeconds(15);
  private static final Document PROBE =
      RefusedDocument.letter(
          new Document(Container.ACTIVITIES, "vigil-doctor", "", "", 0, "{}"),
          "written by a check, and deleted at once");

  private final CosmosSettings settings;
  private final CosmosAccount account;
  private final String place;
  private final List<Finding> findings = new CopyOnWriteArrayList<>();

  private volatile SSLHandshakeException untrusted;

  private CosmosCheck(CosmosSettings settings) {
    this.settings = settings;
    this.account = settings.account();
    this.place = SharedClient.place(account);
  }

  /**
   * Connects, looks at database and containers, and writes, reads and deletes a document. Changes
   * nothing else, makes nothing, never throws, and takes about 15 s at most.
   *
   * @return at least one finding; the checks after one that failed may be left out
   */
  public static List<Finding> run(CosmosSettings settings) {
    return run(settings, LONGEST);
  }

  static List<Finding> run(CosmosSettings settings, Duration longest) {
    CosmosCheck check = new CosmosCheck(settings);
    ExecutorService thread = Executors.newSingleThreadExecutor(CosmosCheck::daemon);
    Future<?> end = thread.submit(check::check);
    try {
      end.get(longest.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      check.findings.add(
          check.untrusted != null
              ? check.wrong("connect", check.untrusted)
              : Finding.wrong(
                  check.place,
                  "no answer in " + longest.toMillis() / 1000.0 + " s",
                  "check the endpoint, the account's firewall and the network"));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      check.findings.add(Finding.wrong(check.place, "interrupted", "check again"));
    } catch (ExecutionException e) {
      check.findings.add(check.wrong("check", e.getCause()));
    } finally {
      thread.shutdownNow();
    }
    return List.copyOf(check.findings);
  }

  private void check() {
    try {
      Reach.knock(account.endpoint());
    } catch (SSLHandshakeException e) {
      // The client may have been told to trust it: only if it is not heard of, this is the reason.
      untrusted = e;
    } catch (IOException | RuntimeException e) {
      findings.add(wrong("connect", e));
      return;
    }
    connect();
  }

  private void connect() {
    try (CosmosAsyncClient client = SharedClient.builder(account).buildAsyncClient()) {
      findings.add(Finding.ok(place + ": connect", "the account answered"));
      CosmosAsyncDatabase database = client.getDatabase(account.database());
      if (finds(database)) {
        for (Container container : CosmosSetUp.CONTAINERS) {
          look(database, container);
        }
        if (findings.stream().allMatch(Finding::passed)) {
          writeReadDelete(database.getContainer(Container.DEAD_LETTERS.title()));
        }
      }
    } catch (RuntimeException e) {
      findings.add(wrong("connect", e));
    }
  }

  private boolean finds(CosmosAsyncDatabase database) {
    try {
      database.read().block();
      return true;
    } catch (RuntimeException e) {
      if (settings.createIfMissing() && isMissing(e)) {
        findings.add(Finding.ok(place, "not there yet; the job will make it"));
      } else {
        findings.add(wrong("look at the database", e));
      }
      return false;
    }
  }

  private void look(CosmosAsyncDatabase database, Container container) {
    String tried = place + ": container " + container.title();
    try {
      CosmosContainerProperties found =
          database.getContainer(container.title()).read().block().getProperties();
      List<String> paths = found.getPartitionKeyDefinition().getPaths();
      Integer kept = found.getDefaultTimeToLiveInSeconds();
      Integer expected =
          CosmosSetUp.properties(container, settings).getDefaultTimeToLiveInSeconds();
      if (!paths.equals(container.partitionKey())) {
        findings.add(
            Finding.wrong(
                tried,
                "partition key %s, expected %s".formatted(paths, container.partitionKey()),
                CosmosAnswer.OTHER_PARTITION_KEY.advice()));
      } else if (seconds(kept) != seconds(expected)) {
        findings.add(
            Finding.wrong(
                tried,
                "keeps documents %s, the settings say %s".formatted(length(kept), length(expected)),
                "set the container's time to live, or change the settings"));
      } else {
        findings.add(Finding.ok(tried, "partition key " + String.join(", ", paths)));
      }
    } catch (RuntimeException e) {
      if (settings.createIfMissing() && isMissing(e)) {
        findings.add(Finding.ok(tried, "not there yet; the job will make it"));
      } else {
        findings.add(wrong("look at container " + container.title(), e));
      }
    }
  }

  private void writeReadDelete(CosmosAsyncContainer container) {
    String tried = place + ": write, read and delete a document";
    try {
      Item item = Item.of(PROBE);
      PartitionKey key = Keys.of(item.partition());
      double charge = container.upsertItem(item.body(), key, null).block().getRequestCharge();
      container.readItem(PROBE.id(), key, ObjectNode.class).block();
      container.deleteItem(PROBE.id(), key).block();
      findings.add(Finding.ok(tried, "the write took %.2f request units".formatted(charge)));
    } catch (RuntimeException e) {
      findings.add(wrong("write, read and delete a document", e));
    } catch (Item.Impossible e) {
      findings.add(Finding.wrong(tried, e.getMessage(), "tell the makers of Vigil"));
    }
  }

  private Finding wrong(String what, Throwable thrown) {
    CosmosFaults.Explained explained = CosmosFaults.explained(thrown, account);
    return Finding.wrong(place + ": " + what, explained.cameBack(), explained.advice());
  }

  private static boolean isMissing(RuntimeException e) {
    return e instanceof CosmosException refused && refused.getStatusCode() == 404;
  }

  private static int seconds(Integer timeToLive) {
    return timeToLive == null ? -1 : timeToLive;
  }

  private static String length(Integer timeToLive) {
    return seconds(timeToLive) < 0 ? "for ever" : "for " + Duration.ofSeconds(timeToLive);
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "cosmos-check");
    thread.setDaemon(true);
    return thread;
  }
}
