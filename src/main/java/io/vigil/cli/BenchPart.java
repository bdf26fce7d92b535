package io.vigil.cli;

import io.vigil.bench.Elapsed;
import io.vigil.bench.FleetBodies;
import io.vigil.bench.FleetHub;
import io.vigil.bench.FleetProducer;
import io.vigil.bench.FleetSender;
import io.vigil.bench.LoopbackBroker;
import io.vigil.bench.MeasuredFleet;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * What {@code vigil bench} starts beside itself: a broker, or who sends to it. It is told what to
 * do by lines on its standard input, and ends when that ends: with whoever started it, however that
 * came to its end.
 */
public final class BenchPart {
  static final String BROKER = "broker";
  static final String SENDER = "sender";
  static final String READY = "ready ";
  static final String STOP = "stop";

  private static final BlockingQueue<String> TOLD = new LinkedBlockingQueue<>();
  private static final PrintStream SAID = System.out;

  /** Runs the part of that name. */
  public static void main(String[] args) throws Exception {
    Thread listening = new Thread(BenchPart::listen, "listening");
    listening.setDaemon(true);
    listening.start();
    if (args[0].equals(BROKER)) {
      broker(Path.of(args[1]));
    } else {
      sender(Integer.parseInt(args[1]));
    }
  }

  /** Nothing is left to be done in order here: whoever is at the other end deletes the folder. */
  private static void listen() {
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        TOLD.add(line);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      Runtime.getRuntime().halt(0);
    }
  }

  private static void broker(Path folder) throws Exception {
    try (LoopbackBroker broker = LoopbackBroker.start(folder)) {
      say(READY + broker.address());
      while (!TOLD.take().equals(STOP)) {}
    }
    Runtime.getRuntime().halt(0);
  }

  private static void sender(int distinct) throws Exception {
    FleetBodies bodies = FleetBodies.simulated(distinct);
    say(READY);
    while (true) {
      String order = TOLD.take();
      if (!order.equals(STOP)) {
        say(Json.line(send(bodies, Order.of(order))));
      }
    }
  }

  private static Sent send(FleetBodies bodies, Order order) {
    try (FleetProducer producer = new FleetProducer(order.hub())) {
      Elapsed late =
          new FleetSender(bodies, producer, FleetSender.Time.SYSTEM)
              .run(order.fleet(), () -> STOP.equals(TOLD.peek()));
      return new Sent(producer.acknowledged(), late.spread());
    }
  }

  private static void say(String line) {
    SAID.println(line);
    SAID.flush();
  }

  /** What a sender is told: a fleet, and where it sends. */
  record Order(MeasuredFleet fleet, FleetHub hub) {
    static Order of(String line) {
      return Json.value(line, Order.class);
    }
  }

  /**
   * What a sender did.
   *
   * @param messages that the broker has
   * @param late how much later than due they were handed to the client
   */
  record Sent(long messages, Elapsed.Spread late) {}

  private BenchPart() {}
}
