package io.vigil.train.fall;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How often falls were told from everything else.
 *
 * @param falls how many there were
 * @param found of which an alert or a finding told
 * @param others recordings without a fall
 * @param quiet of which none told
 */
public record Rates(int falls, int found, int others, int quiet) {
  public static final Rates NONE = new Rates(0, 0, 0, 0);
  private static final int DIGITS = 4;

  /** One recording with falls in it. */
  public static Rates ofFalls(int falls, int found) {
    return new Rates(falls, found, 0, 0);
  }

  /** One recording without a fall. */
  public static Rates ofOther(boolean quiet) {
    return new Rates(0, 0, 1, quiet ? 1 : 0);
  }

  /** Both together. */
  public Rates plus(Rates more) {
    return new Rates(
        falls + more.falls, found + more.found, others + more.others, quiet + more.quiet);
  }

  /** Share of the falls that were found, to four digits; null where there was none. */
  @JsonProperty("sensitivity")
  public Double sensitivity() {
    return share(found, falls);
  }

  /** Share of the recordings without a fall that were quiet; null where there was none. */
  @JsonProperty("specificity")
  public Double specificity() {
    return share(quiet, others);
  }

  /** The worse of the two, or the one there is; 1 where there is neither. */
  public double worse() {
    return Math.min(falls == 0 ? 1 : sensitivity(), others == 0 ? 1 : specificity());
  }

  /** How many were taken for what they are not. */
  public int wrong() {
    return falls - found + others - quiet;
  }

  /** A ratio to four digits, half to even; null where nothing is divided by. */
  public static Double share(double part, double whole) {
    return whole == 0 ? null : rounded(part / whole, DIGITS);
  }

  /** A figure as it is reported. */
  public static double rounded(double value, int digits) {
    return new BigDecimal(value).setScale(digits, RoundingMode.HALF_EVEN).doubleValue();
  }
}
