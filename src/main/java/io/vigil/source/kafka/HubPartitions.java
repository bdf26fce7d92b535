package io.vigil.source.kafka;

import io.vigil.source.HubAddress;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;

/**
 * Looks for a hub. Readers and writers wait for one that is not there as if it were late; this says
 * at once that it is not.
 */
public final class HubPartitions {

  /**
   * The partitions of a hub.
   *
   * @param settings of the client
   * @param patience how long to wait
   * @throws KafkaException if there is no such hub, or no way to it in time
   */
  public static List<TopicPartition> of(HubAddress hub, Properties settings, Duration patience) {
    Admin admin = Admin.create(settings);
    try {
      return admin
          .describeTopics(List.of(hub.hub()))
          .allTopicNames()
          .get(patience.toMillis(), TimeUnit.MILLISECONDS)
          .get(hub.hub())
          .partitions()
          .stream()
          .map(partition -> new TopicPartition(hub.hub(), partition.partition()))
          .toList();
    } catch (ExecutionException e) {
      throw new KafkaException("Looking for the hub failed", e.getCause());
    } catch (java.util.concurrent.TimeoutException e) {
      throw new TimeoutException("No answer within " + patience.toSeconds() + " s", e);
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    } finally {
      // What is still asked need not be answered.
      admin.close(Duration.ZERO);
    }
  }

  private HubPartitions() {}
}
