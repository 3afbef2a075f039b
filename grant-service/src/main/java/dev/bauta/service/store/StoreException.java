package dev.bauta.service.store;

import java.sql.SQLException;

/**
 * The database could not do it. Tells the driver's codes only: a driver's own message may quote the
 * values of a row.
 */
public final class StoreException extends RuntimeException {
  StoreException(String doing, Throwable cause) {
    super(doing + ": " + codes(cause));
    setStackTrace(cause.getStackTrace());
  }

  static SQLException sql(Throwable thrown) {
    for (Throwable t = thrown; t != null; t = t.getCause()) {
      if (t instanceof SQLException e) return e;
    }
    return null;
  }

  private static String codes(Throwable cause) {
    SQLException sql = sql(cause);
    if (sql == null) return cause.getClass().getSimpleName();
    return sql.getClass().getSimpleName()
        + ", state "
        + sql.getSQLState()
        + ", code "
        + sql.getErrorCode();
  }
}
