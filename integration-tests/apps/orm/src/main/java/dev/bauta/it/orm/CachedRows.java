package dev.bauta.it.orm;

/** Rows behind a cache that copies what is put into it. */
interface CachedRows extends AutoCloseable {

  /** The row, in a session of its own. */
  CachedPerson find(int id);

  /** A column of the row, by a query whose result is kept. */
  String mailByQuery(int id);

  /** Loads the row, changes its status, saves all of it. */
  void change(int id, String status);

  /** A new row. */
  void insert(CachedPerson person);

  @Override
  default void close() {}
}
