package dev.bauta.it.orm;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** jOOQ without generated classes. */
final class Jooq implements Store {

  private static final Table<Record> PERSONS = DSL.table(DSL.name("PERSONS"));
  private static final Field<Integer> ID = DSL.field(DSL.name("ID"), SQLDataType.INTEGER);
  private static final Field<String> NAME = DSL.field(DSL.name("FULL_NAME"), SQLDataType.VARCHAR);
  private static final Field<String> MAIL = DSL.field(DSL.name("MAIL"), SQLDataType.VARCHAR);
  private static final Field<String> NOTE = DSL.field(DSL.name("NOTE"), SQLDataType.VARCHAR);
  private static final Field<String> STATUS = DSL.field(DSL.name("STATUS"), SQLDataType.VARCHAR);

  private final Connection connection;
  private final DSLContext dsl;

  Jooq(String url) {
    System.setProperty("org.jooq.no-logo", "true");
    System.setProperty("org.jooq.no-tips", "true");
    try {
      connection = DriverManager.getConnection(url);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    dsl = DSL.using(connection, SQLDialect.H2);
  }

  @Override
  public void change(int id, String status) {
    save(find(id), status);
  }

  @Override
  public void changeDetached(int id, String status) {
    change(id, status);
  }

  @Override
  public int findByMailOf(int id) {
    return dsl.fetchCount(PERSONS, MAIL.eq(find(id).get(MAIL)));
  }

  @Override
  public void saveCopy(int id) {
    Record person = find(id);
    person.set(MAIL, new String(person.get(MAIL)));
    save(person, "copied");
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }

  private Record find(int id) {
    return dsl.select(ID, NAME, MAIL, NOTE, STATUS).from(PERSONS).where(ID.eq(id)).fetchSingle();
  }

  private void save(Record person, String status) {
    dsl.update(PERSONS)
        .set(NAME, person.get(NAME))
        .set(MAIL, person.get(MAIL))
        .set(NOTE, person.get(NOTE))
        .set(STATUS, status)
        .where(ID.eq(person.get(ID)))
        .execute();
  }
}
