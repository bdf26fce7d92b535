package io.vigil.alert;

/**
 * The newest incident of a type that was taken in: what comes again, or from before it, is known.
 *
 * @param type of the incident
 * @param start of the incident, microseconds of event time
 * @param order of its phase
 * @param detected when it was detected, microseconds of event time
 * @param worst its worst severity so far
 * @param raised the start in the key of the newest alert of this type, so that no two share an id
 */
public record SeenIncident(
    AlertType type, long start, int order, long detected, Severity worst, long raised) {

  /** Whether this was not taken in yet. */
  boolean isNews(Incident incident) {
    if (incident.key().start() != start) {
      return incident.key().start() > start;
    }
    int next = incident.phase().order();
    return next > order || (next == order && incident.detected() > detected);
  }

  /** Whether it is about the same occurrence. */
  boolean isSame(Incident incident) {
    return incident.key().start() == start;
  }
}
