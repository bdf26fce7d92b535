package io.vigil.feed.hook;

/** The form of what is sent. */
public enum HookForm {
  /** As the Standard Webhooks convention has it: type, timestamp and data. */
  STANDARD("application/json"),
  /** A CloudEvent 1.0 in structured mode; its headers are those of Standard Webhooks too. */
  CLOUD_EVENTS("application/cloudevents+json");

  private final String contentType;

  HookForm(String contentType) {
    this.contentType = contentType;
  }

  String contentType() {
    return contentType;
  }
}
