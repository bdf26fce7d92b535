package io.vigil.store.cosmos;

import com.azure.cosmos.CosmosAsyncClient;
import com.azure.cosmos.CosmosAsyncDatabase;
import com.azure.cosmos.CosmosClientBuilder;
import com.azure.cosmos.CosmosEndToEndOperationLatencyPolicyConfigBuilder;
import com.azure.cosmos.GatewayConnectionConfig;
import com.azure.cosmos.ThrottlingRetryOptions;
import com.azure.identity.DefaultAzureCredentialBuilder;
import io.vigil.store.StoreException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import javax.net.ssl.SSLHandshakeException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One client for all who use an account in this process, because each client has connections,
 * threads and caches of its own. It is closed when the last of them is done.
 */
final class SharedClient implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SharedClient.class);
  private static final Map<CosmosSettings, SharedClient> OPEN = new HashMap<>();

  private final CosmosSettings settings;
  private final CosmosAsyncClient client;
  private int users;

  private SharedClient(CosmosSettings settings, CosmosAsyncClient client) {
    this.settings = settings;
    this.client = client;
  }

  /**
   * The client, connected, with database and containers there.
   *
   * @throws StoreException saying what was tried, what came back and what to do
   */
  static SharedClient of(CosmosSettings settings) {
    synchronized (OPEN) {
      SharedClient shared = OPEN.get(settings);
      if (shared == null) {
        shared = new SharedClient(settings, connect(settings));
        OPEN.put(settings, shared);
      }
      shared.users++;
      return shared;
    }
  }

  private static CosmosAsyncClient connect(CosmosSettings settings) {
    CosmosAccount account = settings.account();
    CosmosAsyncClient client = null;
    try {
      knock(account);
      client = builder(account).buildAsyncClient();
      CosmosSetUp.prepare(client, settings);
      return client;
    } catch (RuntimeException e) {
      if (client != null) {
        client.close();
      }
      throw e instanceof StoreException
          ? e
          : new StoreException(
              place(account) + ": connect: " + CosmosFaults.explain(e, account), e);
    }
  }

  private static void knock(CosmosAccount account) {
    try {
      Reach.knock(account.endpoint());
    } catch (SSLHandshakeException untrusted) {
      // The client decides: it can be told to trust the certificate of an emulator.
      LOG.warn("{}: {}", place(account), CosmosFaults.explain(untrusted, account));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How clients are built. Throttled requests come back soon: the queue's pauses are longer. */
  static CosmosClientBuilder builder(CosmosAccount account) {
    CosmosClientBuilder builder =
        new CosmosClientBuilder()
            .endpoint(account.endpoint())
            .gatewayMode(new GatewayConnectionConfig())
            .contentResponseOnWriteEnabled(false)
            .throttlingRetryOptions(
                new ThrottlingRetryOptions()
                    .setMaxRetryAttemptsOnThrottledRequests(1)
                    .setMaxRetryWaitTime(Duration.ofSeconds(1)))
            .endToEndOperationLatencyPolicyConfig(
                new CosmosEndToEndOperationLatencyPolicyConfigBuilder(Duration.ofSeconds(10))
                    .build())
            .userAgentSuffix("vigil");
    return account.key().isSet()
        ? builder.key(account.key().reveal())
        : builder.credential(new DefaultAzureCredentialBuilder().build());
  }

  /** How messages say where. */
  static String place(CosmosAccount account) {
    return "Cosmos DB %s database %s".formatted(account.endpoint(), account.database());
  }

  CosmosAsyncDatabase database() {
    return client.getDatabase(settings.account().database());
  }

  @Override
  public void close() {
    synchronized (OPEN) {
      users--;
      if (users == 0) {
        OPEN.remove(settings);
        client.close();
      }
    }
  }
}
