package io.vigil.source.kafka;

import io.vigil.bench.SoleBroker;
import io.vigil.source.kafka.BrokerPorts.Listener;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How the tests' broker is set up. */
final class BrokerSettings {
  /** Everything the broker is told. */
  static Map<String, String> of(
      Path log, BrokerPorts ports, int door, BrokerTrust trust, Map<Listener, String> passwords) {
    Map<String, String> settings =
        SoleBroker.settings(log, KafkaBroker.at(ports.of().get(Listener.CONTROLLER)));
    listeners(settings, ports, door);
    users(settings, passwords);
    settings.putAll(trust.ofBroker());
    settings.put("transaction.state.log.replication.factor", "1");
    settings.put("transaction.state.log.min.isr", "1");
    return settings;
  }

  private static void listeners(Map<String, String> settings, BrokerPorts ports, int door) {
    settings.put("listeners", each(Stream.of(Listener.values()), l -> at(l, ports)));
    settings.put(
        "advertised.listeners",
        each(
            Stream.of(Listener.values()).filter(l -> l != Listener.CONTROLLER),
            l -> l == Listener.PLAIN ? at(l, door) : at(l, ports)));
    settings.put(
        "listener.security.protocol.map",
        each(Arrays.stream(Listener.values()), l -> l + ":" + l.protocol));
    settings.put("controller.listener.names", Listener.CONTROLLER.name());
    settings.put("inter.broker.listener.name", Listener.INTERNAL.name());
  }

  private static void users(Map<String, String> settings, Map<Listener, String> passwords) {
    settings.put("sasl.enabled.mechanisms", "PLAIN");
    passwords.forEach(
        (listener, password) ->
            settings.put(
                named(listener) + "plain.sasl.jaas.config",
                "org.apache.kafka.common.security.plain.PlainLoginModule required"
                    + " user_$ConnectionString=\""
                    + password
                    + "\";"));
    settings.put(named(Listener.TOKEN) + "sasl.enabled.mechanisms", "OAUTHBEARER");
    settings.put(
        named(Listener.TOKEN) + "oauthbearer.sasl.jaas.config",
        "org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule required"
            + " unsecuredLoginStringClaim_sub=\"broker\";");
    // Who somebody is follows from where they come in: all have the same name, as with Event Hubs.
    settings.put("principal.builder.class", NamedByListener.class.getName());
    settings.put(
        "authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer");
    settings.put(
        "super.users",
        Stream.of(Listener.values())
            .filter(listener -> listener != Listener.LIMITED)
            .map(listener -> "User:" + listener)
            .collect(Collectors.joining(";")));
  }

  private static String named(Listener listener) {
    return "listener.name." + listener.name().toLowerCase(java.util.Locale.ROOT) + ".";
  }

  private static String at(Listener listener, BrokerPorts ports) {
    return at(listener, ports.of().get(listener));
  }

  private static String at(Listener listener, int port) {
    return listener + "://" + KafkaBroker.at(port);
  }

  private static String each(Stream<Listener> listeners, Function<Listener, String> text) {
    return listeners.map(text).collect(Collectors.joining(","));
  }

  private BrokerSettings() {}
}
