package io.vigil.store.cosmos.server.sql;

import java.util.List;
import java.util.Optional;

/**
 * A query, understood. Texts are kept as they were written, because plans are made of them.
 *
 * @param alias what the document is called
 * @param where what must be true, or nothing
 */
public record Query(
    Selection selection,
    Optional<Expression> top,
    String alias,
    Optional<Expression> where,
    String whereText,
    List<Order> orders,
    Optional<Expression> offset,
    Optional<Expression> limit) {

  /**
   * What comes out.
   *
   * @param value of {@code SELECT VALUE} and, as the whole document, of {@code SELECT *}
   * @param text of what stands after SELECT, TOP and VALUE
   * @param isValue whether VALUE was written
   * @param fields of a list, as the object that it makes; empty otherwise
   */
  record Selection(Expression value, String text, boolean isValue, List<Field> fields) {}

  /** One of a list. */
  record Field(String name, String text) {}

  /** What results are ordered by. */
  record Order(Expression value, String text, boolean descending) {}
}
