package io.vigil.k8s;

import io.vigil.kept.KeepingOptions;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.apache.flink.autoscaler.config.AutoScalerOptions;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.HeartbeatManagerOptions;
import org.apache.flink.configuration.HighAvailabilityOptions;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.MetricOptions;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.ResourceManagerOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.configuration.WebOptions;
import org.apache.flink.kubernetes.configuration.KubernetesConfigOptions;

/**
 * The settings that Flink, its Kubernetes integration, the autoscaler and Vigil know, by their
 * keys.
 */
final class FlinkOptions {
  /** The holders of the settings that Vigil may make; one more is one more line. */
  private static final List<Class<?>> HOLDERS =
      List.of(
          CoreOptions.class,
          PipelineOptions.class,
          StateBackendOptions.class,
          StateRecoveryOptions.class,
          CheckpointingOptions.class,
          RestartStrategyOptions.class,
          ResourceManagerOptions.class,
          HeartbeatManagerOptions.class,
          HighAvailabilityOptions.class,
          JobManagerOptions.class,
          TaskManagerOptions.class,
          WebOptions.class,
          MetricOptions.class,
          KubernetesConfigOptions.class,
          AutoScalerOptions.class,
          KeepingOptions.class);

  private static final TreeMap<String, ConfigOption<?>> KNOWN = new TreeMap<>();
  private static final Set<String> DEPRECATED = new HashSet<>();

  static {
    HOLDERS.forEach(FlinkOptions::collect);
  }

  /** The setting of a key; null where there is none, or where another key took its place. */
  static ConfigOption<?> current(String key) {
    return DEPRECATED.contains(key) ? null : KNOWN.get(key);
  }

  private static void collect(Class<?> holder) {
    for (Field field : holder.getFields()) {
      if (Modifier.isStatic(field.getModifiers()) && field.getType() == ConfigOption.class) {
        ConfigOption<?> option = value(field);
        if (field.isAnnotationPresent(Deprecated.class)) {
          DEPRECATED.add(option.key());
        } else {
          KNOWN.put(option.key(), option);
        }
        StreamSupport.stream(option.fallbackKeys().spliterator(), false)
            .filter(fallback -> fallback.isDeprecated())
            .forEach(fallback -> DEPRECATED.add(fallback.getKey()));
      }
    }
  }

  private static ConfigOption<?> value(Field field) {
    try {
      return (ConfigOption<?>) field.get(null);
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }

  private FlinkOptions() {}
}
