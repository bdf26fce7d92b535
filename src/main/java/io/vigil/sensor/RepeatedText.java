package io.vigil.sensor;

/** Texts of a column that says the same in most rows: a text is made and checked once for a run. */
final class RepeatedText {
  /** Returns the text as it is to be used. */
  interface Check {
    String apply(String text) throws Refusal;
  }

  private final Check check;
  private byte[] lastBytes;
  private String last = "";

  RepeatedText(Check check) {
    this.check = check;
  }

  String of(Fields fields, int field) throws Refusal {
    if (lastBytes == null || !fields.equals(field, lastBytes)) {
      last = check.apply(fields.text(field));
      lastBytes = fields.copy(field);
    }
    return last;
  }
}
