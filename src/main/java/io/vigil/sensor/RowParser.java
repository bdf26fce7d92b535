package io.vigil.sensor;

/** Reads one row of a file. */
interface RowParser {
  /**
   * Reads the line that {@code lines} stands on into {@code row}.
   *
   * @throws Refusal where it is no sample; {@code row.participantId} is then set where it is known
   */
  void parse(Lines lines, Row row) throws Refusal;
}
