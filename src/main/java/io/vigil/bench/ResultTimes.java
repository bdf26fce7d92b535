package io.vigil.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vigil.bench.Elapsed.Spread;
import io.vigil.store.Container;
import io.vigil.store.Document;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * How long results take to lie in the store: of each window that made the job write an activity,
 * and of each fall. A window counts where its message was due in the measured time, and a fall
 * where it happened in it; so what is written after that time counts too, if it belongs to it.
 */
public final class ResultTimes {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final long disorderMicros;
  private volatile boolean alive;
  private volatile MeasuredFleet sending;
  private final Elapsed fromDue = new Elapsed();
  private final Elapsed fromLastSample = new Elapsed();
  private final Elapsed fromImpact = new Elapsed();

  /**
   * @param disorderMicros how long the job waits for samples that come in disorder
   */
  public ResultTimes(long disorderMicros) {
    this.disorderMicros = disorderMicros;
  }

  /** Whether all of the job was seen to live: it wrote a heartbeat. */
  public boolean alive() {
    return alive;
  }

  /** From now on this fleet sends. */
  public void begin(MeasuredFleet fleet) {
    sending = fleet;
  }

  /** Takes in a document that lies in the store since then. */
  void written(Document document, long nowMicros) {
    alive |= document.container() == Container.HEARTBEATS;
    int participant = Fleet.participant(document.participantId());
    if (participant < 0 || sending == null) {
      return;
    }
    if (document.container() == Container.ACTIVITIES) {
      JsonNode body = read(document);
      // One that is closed is written because of the window after its last.
      if (body.path("open").asBoolean()) {
        window(participant, micros(body.path("end").asText()), nowMicros);
      }
    } else if (document.container() == Container.ALERTS && document.revision() == 1) {
      JsonNode body = read(document);
      long impact = document.time();
      if (body.path("type").asText().equals("FALL") && sending.measures(impact)) {
        fromImpact.add(nowMicros - impact);
      }
    }
  }

  private void window(int participant, long end, long nowMicros) {
    long due = sending.fleet().dueWithSampleAt(participant, end + disorderMicros);
    if (sending.measures(due)) {
      fromDue.add(nowMicros - due);
      fromLastSample.add(nowMicros - end);
    }
  }

  /** From when the message was due that let the job close the window. */
  public Spread fromDue() {
    return fromDue.spread();
  }

  /** From the end of the window: with the second that the sensor gathers, and the disorder. */
  public Spread fromLastSample() {
    return fromLastSample.spread();
  }

  /** From an impact to the alert of a fall. */
  public Spread fromImpact() {
    return fromImpact.spread();
  }

  private static long micros(String iso) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.parse(iso));
  }

  private static JsonNode read(Document document) {
    try {
      return JSON.readTree(document.body());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A document is no JSON: " + document, e);
    }
  }
}
