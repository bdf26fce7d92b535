package io.vigil.cli;

import io.vigil.bench.Elapsed.Spread;
import java.io.PrintWriter;
import java.util.Locale;
import picocli.CommandLine.ExitCode;

/** Prints what the load test measured, a size as soon as it is known. */
final class FleetReport {
  private final PrintWriter out;
  private final boolean json;

  FleetReport(PrintWriter out, boolean json) {
    this.out = out;
    this.json = json;
  }

  /** Says of one size what is to be said at once. */
  void one(FleetFigures size) {
    if (!json) {
      out.print(text(size));
      out.flush();
    }
  }

  /**
   * Says the rest.
   *
   * @return the exit code: a run that lost samples has failed
   */
  int print(FleetBench.Outcome outcome) {
    if (json) {
      out.println(Json.line(outcome));
    } else {
      out.printf(Locale.ROOT, "served in time: %,d people%n", outcome.most());
    }
    return outcome.sizes().stream().allMatch(FleetReport::addsUp) ? ExitCode.OK : ExitCode.SOFTWARE;
  }

  /** Of what was given up nothing is asked. */
  private static boolean addsUp(FleetFigures size) {
    return size.sent() == null
        || size.sent().lost() == 0
            && size.summary().samples().addUp()
            && size.summary().samples().read() == size.sent().samples();
  }

  private static String text(FleetFigures size) {
    if (size.sent() == null) {
      return String.format(Locale.ROOT, "%,d people: not in time, %s%n", size.people(), size.why());
    }
    return String.format(
        Locale.ROOT,
        """
        %,d people: %s
          samples   %,d a second; %,d for each second of a processor that the job used (%.2f processors; sender %.2f, broker %.2f)
          window    %s from when its last message was due, %s from its end
          alert     %s from the impact
          lag       %.2f s, grown by %.2f s
          state     %,d bytes a person
          bare      %,d samples a second of a processor; the job %.2f of that
          sent      %,d samples, %,d lost, %s
        """,
        size.people(),
        size.held() ? "in time" : "not in time, " + size.why(),
        size.speed().samplesPerSecond(),
        size.speed().samplesPerCoreSecond(),
        size.speed().coresOfJob(),
        size.speed().coresOfSender(),
        size.speed().coresOfBroker(),
        text(size.times().windowFromDue()),
        text(size.times().windowFromLastSample()),
        text(size.times().alertFromImpact()),
        size.lag().medianSeconds(),
        size.lag().growthSeconds(),
        size.state().bytesAPerson(),
        size.passThrough().samplesPerCoreSecond(),
        size.passThrough().jobShare(),
        size.sent().samples(),
        size.sent().lost(),
        addsUp(size) ? "all accounted for" : "NOT all accounted for");
  }

  private static String text(Spread times) {
    return times.count() == 0
        ? "none was seen"
        : String.format(
            Locale.ROOT,
            "p50 %,.0f ms, p99 %,.0f ms (%,d)",
            times.p50Millis(),
            times.p99Millis(),
            times.count());
  }
}
