package io.vigil.feed.access.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * What somebody saw or did.
 *
 * @param at when it was answered, ISO-8601 in UTC
 * @param subject who, as the identity provider calls them; the empty string where that is not known
 * @param action method and route, such as {@code GET /v1/people/{id}}
 * @param did what was asked for in the body, such as {@code ACK}
 * @param participants whose data it was about, by pseudonym
 * @param alert that it was about, by id
 * @param status of HTTP: what came of it
 * @param address it was asked from
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record AuditEntry(
    String at,
    String subject,
    String action,
    String did,
    List<String> participants,
    String alert,
    int status,
    String address) {

  public AuditEntry {
    // What is empty is not written.
    subject = subject == null ? "" : subject;
    address = address == null ? "" : address;
    did = did == null ? "" : did;
    alert = alert == null ? "" : alert;
    participants = participants == null ? List.of() : List.copyOf(participants);
  }

  /** The same, at another time about others. */
  AuditEntry about(List<String> whom, String when) {
    return new AuditEntry(when, subject, action, did, whom, alert, status, address);
  }
}
