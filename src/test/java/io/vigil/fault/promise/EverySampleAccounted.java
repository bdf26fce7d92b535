package io.vigil.fault.promise;

import io.vigil.fault.Evidence;
import java.util.ArrayList;
import java.util.List;

/**
 * Every sample of an acknowledged message was read once, and became one thing: those in windows
 * have their labels, which other promises look at, and those of no use are told of.
 *
 * <pre>
 * valid    sent 100   read 100 = 90 in windows + 6 incomplete + 1 late + 1 invalid + 2 duplicates
 * invalid  sent 100   read 152, because a message was counted twice
 * invalid  sent 100   read 100, of which only 99 became something
 * invalid  sent 100   read 100, 1 late, and no dead letter tells of it
 * </pre>
 */
public final class EverySampleAccounted implements Promise {

  @Override
  public List<String> broken(Evidence evidence) {
    Evidence.Samples samples = evidence.samples();
    Evidence.Tally tally = samples.replayed();
    long became =
        tally.inWindows()
            + tally.incomplete()
            + tally.late()
            + tally.invalid()
            + tally.duplicates();
    List<String> broken = new ArrayList<>();
    compare("samples read", tally.read(), "sent", samples.sent(), broken);
    compare("samples that became something", became, "read", tally.read(), broken);
    compare("late samples told of", samples.lateFound(), "late", tally.late(), broken);
    compare("invalid samples told of", samples.invalidFound(), "invalid", tally.invalid(), broken);
    return broken;
  }

  private static void compare(
      String what, long seen, String of, long expected, List<String> broken) {
    if (seen != expected) {
      broken.add("%d %s, %d %s".formatted(seen, what, expected, of));
    }
  }
}
