package dev.bauta.it.orm;

import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.apache.ibatis.datasource.unpooled.UnpooledDataSource;
import org.apache.ibatis.mapping.Environment;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.SqlSession;
import org.apache.ibatis.session.SqlSessionFactory;
import org.apache.ibatis.session.SqlSessionFactoryBuilder;
import org.apache.ibatis.transaction.jdbc.JdbcTransactionFactory;

/** MyBatis with a mapper of annotations. */
record MyBatis(SqlSessionFactory sessions) implements Store {

  MyBatis(String url) {
    this(sessions(url));
  }

  /** What it maps. */
  public interface Persons {

    /** One row. */
    @Select("select id, full_name as fullName, mail, note, status from persons where id = #{id}")
    Person find(int id);

    /** How many have this address. */
    @Select("select count(*) from persons where mail = #{mail}")
    int count(String mail);

    /** Every column. */
    @Update(
        "update persons set full_name = #{fullName}, mail = #{mail}, note = #{note},"
            + " status = #{status} where id = #{id}")
    void save(Person person);
  }

  private static SqlSessionFactory sessions(String url) {
    Configuration configuration =
        new Configuration(
            new Environment(
                "test",
                new JdbcTransactionFactory(),
                new UnpooledDataSource("org.h2.Driver", url, null, null)));
    configuration.addMapper(Persons.class);
    return new SqlSessionFactoryBuilder().build(configuration);
  }

  @Override
  public void change(int id, String status) {
    try (SqlSession session = sessions.openSession(true)) {
      Persons persons = session.getMapper(Persons.class);
      Person person = persons.find(id);
      person.status = status;
      persons.save(person);
    }
  }

  @Override
  public void changeDetached(int id, String status) {
    Person person;
    try (SqlSession session = sessions.openSession(true)) {
      person = session.getMapper(Persons.class).find(id);
    }
    person.status = status;
    try (SqlSession session = sessions.openSession(true)) {
      session.getMapper(Persons.class).save(person);
    }
  }

  @Override
  public int findByMailOf(int id) {
    try (SqlSession session = sessions.openSession(true)) {
      Persons persons = session.getMapper(Persons.class);
      return persons.count(persons.find(id).mail);
    }
  }

  @Override
  public void saveCopy(int id) {
    try (SqlSession session = sessions.openSession(true)) {
      Persons persons = session.getMapper(Persons.class);
      Person person = persons.find(id);
      person.mail = new String(person.mail);
      persons.save(person);
    }
  }
}
