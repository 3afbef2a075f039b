package dev.bauta.it.orm;

/** One way to work with rows. Ids and statuses are the program's own, all else comes from rows. */
interface Store extends AutoCloseable {

  /** Loads a row, changes its status, saves it. */
  void change(int id, String status) throws Exception;

  /** Loads a row, lets go of it, changes it, and saves it later. */
  void changeDetached(int id, String status) throws Exception;

  /** Finds by a value that was read from another row; gives how many. */
  int findByMailOf(int id) throws Exception;

  /** Saves a copy of a value that was read, as a form would post it. */
  void saveCopy(int id) throws Exception;

  @Override
  default void close() throws Exception {}
}
