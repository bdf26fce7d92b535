package io.vigil.store.cosmos.server;

/**
 * What operations cost in request units, by the arithmetic that Microsoft documents for a
 * consistency of session or less. The table of sizes is that of <a
 * href="https://learn.microsoft.com/azure/cosmos-db/understand-request-unit-consumption">"Understand
 * request unit consumption"</a> (April 2026), between its rows we draw straight lines; the same
 * page has 0.2 RU an indexed term, an insert of 1 KB and 10 terms at 7, its deletion at 7 and its
 * replacement at 10.8. <a
 * href="https://learn.microsoft.com/azure/cosmos-db/optimize-cost-reads-writes">"Optimize request
 * cost"</a> has a replacement at about twice the insertion: so do we, and thereby rather err to the
 * dear side. A query's charge is an estimate and not documented.
 *
 * <p>These are Microsoft's example documents. What a real account charges stands in its answers.
 */
public final class RequestCharge {
  private static final double[] KILOBYTES = {1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048};
  private static final double[] READ = {
    1.00, 1.04, 1.14, 1.33, 1.67, 2.19, 4.76, 9.95, 20.28, 40.95, 145.90, 291.80
  };
  private static final double[] WRITE = {
    4.95, 6.29, 6.67, 7.04, 9.52, 11.23, 22.67, 48.19, 98.29, 184.57, 625.00, 1250.00
  };
  private static final double TERM = 0.2;
  private static final double REPLACED = 2;
  private static final double QUERY = 2.3;

  /**
   * A new document.
   *
   * @param bytes of its JSON
   * @param terms of it that the index holds
   */
  public static double create(int bytes, int terms) {
    return bySize(WRITE, bytes) + TERM * terms;
  }

  /** A document in the place of another, by replacement, upsert or patch. */
  public static double replace(int bytes, int terms) {
    return REPLACED * create(bytes, terms);
  }

  /** A document taken away. */
  public static double delete(int bytes, int terms) {
    return create(bytes, terms);
  }

  /** A document read by id and partition key. */
  public static double read(int bytes) {
    return bySize(READ, bytes);
  }

  /** A page of a query or of the change feed that read so many bytes of documents: an estimate. */
  public static double page(long bytes) {
    return QUERY + bySize(READ, bytes) - READ[0];
  }

  private static double bySize(double[] table, long bytes) {
    double kilobytes = bytes / 1024.0;
    if (kilobytes <= KILOBYTES[0]) {
      return table[0];
    }
    for (int i = 1; i < table.length; i++) {
      if (kilobytes <= KILOBYTES[i]) {
        double share = (kilobytes - KILOBYTES[i - 1]) / (KILOBYTES[i] - KILOBYTES[i - 1]);
        return table[i - 1] + share * (table[i] - table[i - 1]);
      }
    }
    int last = table.length - 1;
    return table[last] * kilobytes / KILOBYTES[last];
  }

  private RequestCharge() {}
}
