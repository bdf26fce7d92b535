package io.vigil.source.amqp;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import reactor.core.publisher.Flux;

/** A hub without a network: every partition has the messages from one number to another. */
final class MadeUpHub implements PartitionStreams {
  /** The places at which it was read, in order, each as {@code partition place}. */
  final List<String> opened = new CopyOnWriteArrayList<>();

  /** Messages given out. */
  final AtomicLong given = new AtomicLong();

  private final Map<String, List<Flux<HubMessage>>> scripts = new ConcurrentHashMap<>();

  /** Says what each reading of a partition gives, one after the other. */
  @SafeVarargs
  final MadeUpHub with(int partition, Flux<HubMessage>... readings) {
    scripts.put(Integer.toString(partition), new ArrayList<>(List.of(readings)));
    return this;
  }

  /** Messages with these numbers, and then silence. */
  static Flux<HubMessage> messages(long first, long last) {
    return ended(first, last).concatWith(Flux.never());
  }

  /** Messages with these numbers, and then the end of the connection. */
  static Flux<HubMessage> ended(long first, long last) {
    return Flux.generate(
        () -> first,
        (next, sink) -> {
          if (next > last) {
            sink.complete();
          } else {
            sink.next(message(next));
          }
          return next + 1;
        });
  }

  /** The message with this number, 1,000 being the newest in the hub. */
  static HubMessage message(long sequence) {
    byte[] body = ("{" + sequence).getBytes(StandardCharsets.UTF_8);
    return new HubMessage(sequence, offset(sequence), sequence * 10, 1_000, body);
  }

  /** No number can be made of it. */
  static String offset(long sequence) {
    return "segment:" + sequence * 7;
  }

  @Override
  public Flux<HubMessage> from(Place place, String partition) {
    opened.add(partition + " " + place);
    List<Flux<HubMessage>> script = scripts.get(partition);
    return (script.isEmpty() ? Flux.<HubMessage>never() : script.remove(0))
        .doOnNext(message -> given.incrementAndGet());
  }

  @Override
  public void close() {}
}
