package io.vigil.source;

import java.io.Serializable;
import java.time.Duration;

/**
 * How a hub is read.
 *
 * @param consumerGroup whose place in the hub this is; {@code $Default} where there is no other
 * @param format how messages are to be read
 * @param start where a job begins that was not restored from a checkpoint
 * @param discoverEvery how often new partitions are looked for; zero for never
 * @param ownerLevel of AMQP readers: a reader of a higher level throws one of a lower level out; -1
 *     for none
 * @param bounded whether to end at what is the end of each partition when the job begins
 */
public record HubReading(
    String consumerGroup,
    HubFormat format,
    StartFrom start,
    Duration discoverEvery,
    long ownerLevel,
    boolean bounded)
    implements Serializable {

  /** No owner level. */
  public static final long NO_OWNER = -1;

  /** From the start given, for ever, by the group {@code vigil}. */
  public static HubReading from(StartFrom start) {
    return new HubReading("vigil", HubFormat.AUTO, start, Duration.ofMinutes(5), NO_OWNER, false);
  }

  /** The same, with messages of another form. */
  public HubReading of(HubFormat form) {
    return new HubReading(consumerGroup, form, start, discoverEvery, ownerLevel, bounded);
  }

  /** The same, begun elsewhere. */
  public HubReading startingAt(StartFrom place) {
    return new HubReading(consumerGroup, format, place, discoverEvery, ownerLevel, bounded);
  }

  /** The same, to the present end only. */
  public HubReading toTheEnd() {
    return new HubReading(consumerGroup, format, start, Duration.ZERO, ownerLevel, true);
  }
}
