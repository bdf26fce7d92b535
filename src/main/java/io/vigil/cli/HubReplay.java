package io.vigil.cli;

import io.vigil.publish.FileDispatch;
import io.vigil.publish.FileDispatch.Manner;
import io.vigil.publish.Order;
import io.vigil.publish.Sent;
import io.vigil.publish.StopSignal;
import io.vigil.sensor.DeadLetter;
import java.io.IOException;
import java.time.Duration;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;

/** Sends an order, and tells on the terminal how it goes. */
final class HubReplay {
  /** A hub that does not answer has this long when the process is told to stop. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final CommandSpec spec;
  private final FileDispatch dispatch;

  HubReplay(CommandSpec spec, FileDispatch dispatch) {
    this.spec = spec;
    this.dispatch = dispatch;
  }

  /** Sends it, and answers with the exit code. */
  int send(Order order, Manner manner, boolean json) throws IOException {
    RefusedInput refused = new RefusedInput();
    StopSignal signal = new StopSignal();
    Thread atExit = new Thread(() -> signal.stop(PATIENCE));
    Runtime.getRuntime().addShutdownHook(atExit);
    Sent sent;
    try (Progress progress = Progress.of("Sending", order.plan().rows(), " rows")) {
      sent = dispatch.send(order, manner, signal, listener(progress, refused));
    } finally {
      signal.stopped();
      remove(atExit);
    }
    refused.say(spec);
    SentSummary summary = SentSummary.of(sent, refused.samples());
    spec.commandLine()
        .getOut()
        .println(json ? Json.line(summary) : summary.text(order.hub().toString()));
    return exitCode(sent, refused.samples());
  }

  private FileDispatch.Listener listener(Progress progress, RefusedInput refused) {
    return new FileDispatch.Listener() {
      @Override
      public void rows(long done) {
        progress.at(done);
      }

      @Override
      public void refused(DeadLetter letter) {
        refused.add(letter);
      }

      @Override
      public void notice(String sentence) {
        spec.commandLine().getErr().println("vigil: " + sentence);
      }
    };
  }

  private int exitCode(Sent sent, long refused) {
    if (!sent.complete()) {
      spec.commandLine()
          .getErr()
          .println("vigil: stopped; the same command goes on behind what is sent");
      return ExitCode.SOFTWARE;
    }
    if (sent.messages() + sent.alreadySent() == 0 && refused > 0) {
      spec.commandLine()
          .getErr()
          .printf(
              "vigil: none of the %,d samples read could be sent; are --format and --unit right?%n",
              refused);
      return ExitCode.SOFTWARE;
    }
    return ExitCode.OK;
  }

  private static void remove(Thread atExit) {
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException e) {
      // The process is being stopped, and that thread has seen to it.
      return;
    }
  }
}
