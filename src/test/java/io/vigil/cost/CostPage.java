package io.vigil.cost;

import io.vigil.cost.MeasuredUnits.Charge;
import java.io.IOException;
import java.util.Locale;

/**
 * The cost page: what is measured here, and the arithmetic on it. Prices are list prices in US
 * dollars, East US, as read in 2026 from secondary sources, because the official pages show them
 * only to a browser.
 */
final class CostPage {
  private static final double SECONDS = 2_628_000;
  private static final double MINUTES = SECONDS / 60;
  private static final double UNIT_STANDARD = 21.90;
  private static final double UNIT_BASIC = 10.95;
  private static final double MILLION_EVENTS = 0.028;
  private static final double REQUEST_UNIT_A_SECOND = 0.0584;
  private static final double MILLION_REQUEST_UNITS = 0.25;

  /** Measured by WritesTest over the twelve chest recordings: episodes an hour of wear. */
  private static final double EPISODES_AN_HOUR = 22;

  private static final double RENEWALS_A_MINUTE = 0.25;

  static String markdown() throws IOException {
    MeasuredSizes sizes = new MeasuredSizes();
    try (MeasuredUnits units = new MeasuredUnits()) {
      return HEAD + hub(sizes) + store(units) + TAIL;
    }
  }

  private static String hub(MeasuredSizes sizes) {
    return """
        ## Event Hubs, a participant and month

        A throughput unit takes 1 MB/s or 1,000 messages/s in, whichever comes first; a month has 2,628,000 s; %.3f dollars a
        million messages. The sensor is worn day and night: multiply by the share it is worn. Bytes are those of simulated
        samples, 52 Hz, three axes, as `vigil replay --to` writes them.

        | message | bytes | messages | participants a unit | Standard | Basic |
        | --- | ---: | ---: | ---: | ---: | ---: |
        %s%s%s%s%s
        The price of messages decides, not that of bytes: five seconds a message cost a third of one second a message, and an
        alert then comes up to four seconds later. Avro saves traffic and storage in the hub, and money only from five seconds
        on. A sample a message is possible and costs fifty times as much.

        """
        .formatted(
            MILLION_EVENTS,
            row("1 sample, JSON", 150, 1.0 / 52),
            row("1 s, JSON", sizes.json(1), 1),
            row("1 s, Avro", sizes.avro(1), 1),
            row("5 s, JSON", sizes.json(5), 5),
            row("5 s, Avro", sizes.avro(5), 5));
  }

  private static String row(String form, double bytes, double seconds) {
    double messages = SECONDS / seconds;
    double share = Math.max(1 / seconds / 1000, bytes / seconds / 1e6);
    double events = messages / 1e6 * MILLION_EVENTS;
    return String.format(
        Locale.ROOT,
        "| %s | %,.0f | %,.2f million | %,.0f | $%.4f | $%.4f |%n",
        form,
        bytes,
        messages / 1e6,
        Math.floor(1 / share),
        share * UNIT_STANDARD + events,
        share * UNIT_BASIC + events);
  }

  private static String store(MeasuredUnits units) {
    Charge activity = units.activity();
    Charge prediction = units.prediction();
    Charge letter = units.deadLetter();
    double episodes = EPISODES_AN_HOUR * SECONDS / 3600;
    double perEpisode = activity.first() + activity.again();
    double renewals = MINUTES * RENEWALS_A_MINUTE * activity.again();
    return """
        ## Cosmos DB, a document

        Request units as the tests' server charges them, which applies Microsoft's published table for sizes and adds 0.2 for each
        indexed term of the document under the containers' own indexing policy (only what is asked for is indexed). The service
        itself may charge half as much again: `vigil doctor` shows what it charged for one write of its own.

        | document | bytes | indexed terms | first write | written again |
        | --- | ---: | ---: | ---: | ---: |
        | activity | %,d | %d | %.1f | %.1f |
        | prediction | %,d | %d | %.1f | %.1f |
        | dead letter of a message of 900 bytes | %,d | %d | %.1f | %.1f |

        Before an activity is written again, its stored form is looked at, which costs a unit and is part of the last column: a write that
        is carried out late must not take a newer form away ([decision 8](decisions/0008-cosmos-sink.md)).

        ## Cosmos DB, a participant and month

        | written | writes | request units | manual | serverless |
        | --- | ---: | ---: | ---: | ---: |
        %s%s%s
        *Manual* is the share of request units a second that are bought and fully used; autoscale costs half as much again at full
        use and a tenth when idle; serverless is paid by the unit. Episodes are those measured on the chest recordings, %.0f an hour of
        wear, a protocol that changes activity more often than a day at home does. An open episode is renewed once it has grown by
        four minutes (`episodes.renewEvery`): renewing it every minute costs four times the second row.

        """
        .formatted(
            activity.bytes(),
            activity.terms(),
            activity.first(),
            activity.again(),
            prediction.bytes(),
            prediction.terms(),
            prediction.first(),
            prediction.again(),
            letter.bytes(),
            letter.terms(),
            letter.first(),
            letter.again(),
            month("episodes opened and closed", 2 * episodes, episodes * perEpisode),
            month("open episodes renewed, at most", MINUTES * RENEWALS_A_MINUTE, renewals),
            month(
                "every window's label (`store.predictions`)",
                SECONDS / 2,
                SECONDS / 2 * prediction.first()),
            EPISODES_AN_HOUR);
  }

  private static String month(String what, double writes, double units) {
    return String.format(
        Locale.ROOT,
        "| %s | %,.0f | %,.0f | $%.4f | $%.4f |%n",
        what,
        writes,
        units,
        units / SECONDS * REQUEST_UNIT_A_SECOND,
        units / 1e6 * MILLION_REQUEST_UNITS);
  }

  private static final String HEAD =
      """
      # What it costs

      The arithmetic of Event Hubs and Cosmos DB for the messages and documents that Vigil reads and writes. Sizes and request
      units on this page are measured by the tests that make it; prices are list prices (US dollars, East US, read in 2026 from
      secondary sources): check them before you decide. The machine that runs the job is not in here.

      """;

  private static final String TAIL =
      """
      ## What follows

      - A **small study** pays the floor, not the share: one throughput unit ($21.90 Standard, $10.95 Basic) carries several hundred
        people at a second a message; Cosmos DB costs $23.36 with 400 request units a second, or cents when serverless.
      - Send **a second a message** where alerts matter, five where only activities do.
      - Leave `store.predictions` off but for research: it costs more than everything else together.
      - Set `cosmos.activitiesKept`: storage is $0.25 a GB and month and only grows otherwise.
      - Bulk writes save round trips, not request units. A replay writes documents again and pays for each.
      """;

  private CostPage() {}
}
