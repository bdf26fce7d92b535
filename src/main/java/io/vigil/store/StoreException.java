package io.vigil.store;

/** The store could not do what was asked; the message says which store and what to look at. */
public final class StoreException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public StoreException(String message, Throwable cause) {
    super(message, cause);
  }
}
