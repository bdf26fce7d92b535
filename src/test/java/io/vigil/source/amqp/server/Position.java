package io.vigil.source.amqp.server;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.qpid.proton.amqp.DescribedType;
import org.apache.qpid.proton.amqp.messaging.Source;

/** Where a reader wants to begin, as the selector of its link says. */
final class Position {
  private static final Pattern SELECTOR =
      Pattern.compile(
          "amqp\\.annotation\\.x-opt-(offset|sequence-number|enqueued-time) *(>=?) *'([^']*)'");

  /**
   * The number of the first message to send; an expired place gives the oldest that is left.
   *
   * @throws Refused for a place behind the end
   */
  static long first(Source source, PartitionLog log) throws Refused {
    Map<?, ?> filter = source.getFilter();
    if (filter == null || !(filter.get(Names.SELECTOR) instanceof DescribedType selector)) {
      return log.firstSequence();
    }
    Matcher matcher = SELECTOR.matcher(String.valueOf(selector.getDescribed()));
    if (!matcher.matches()) {
      throw invalid("filter", String.valueOf(selector.getDescribed()), "unknown");
    }
    boolean inclusive = matcher.group(2).equals(">=");
    String value = matcher.group(3);
    if (value.equals("@latest")) {
      return log.lastSequence() + 1;
    }
    return switch (matcher.group(1)) {
      case "offset" -> byOffset(value, inclusive, log);
      case "sequence-number" -> bySequence(value, inclusive, log);
      default -> {
        long time = Long.parseLong(value);
        yield log.firstWhere(m -> m.enqueued().toEpochMilli() > time - (inclusive ? 1 : 0));
      }
    };
  }

  private static long byOffset(String value, boolean inclusive, PartitionLog log) throws Refused {
    long offset = Long.parseLong(value);
    if (offset > log.lastOffset()) {
      throw invalid("offset", value, Long.toString(log.lastOffset()));
    }
    return log.firstWhere(m -> m.offset() > offset - (inclusive ? 1 : 0));
  }

  private static long bySequence(String value, boolean inclusive, PartitionLog log) throws Refused {
    long sequence = Long.parseLong(value);
    if (sequence > log.lastSequence()) {
      throw invalid("sequence number", value, Long.toString(log.lastSequence()));
    }
    return inclusive ? sequence : sequence + 1;
  }

  /** In the service's words. */
  private static Refused invalid(String what, String value, String last) {
    return new Refused(
        Names.ARGUMENT_ERROR,
        "The supplied %s '%s' is invalid. The last %s in the system is '%s'"
            .formatted(what, value, what, last));
  }

  private Position() {}
}
