package dev.bauta.it.orm;

import java.util.function.Function;
import org.apache.ibatis.annotations.CacheNamespace;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.apache.ibatis.datasource.unpooled.UnpooledDataSource;
import org.apache.ibatis.mapping.Environment;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.SqlSession;
import org.apache.ibatis.session.SqlSessionFactory;
import org.apache.ibatis.session.SqlSessionFactoryBuilder;
import org.apache.ibatis.transaction.jdbc.JdbcTransactionFactory;

/** The cache of a mapper. */
record CachedMyBatis(SqlSessionFactory sessions) implements CachedRows {

  CachedMyBatis(String url) {
    this(sessions(url));
  }

  /** What it maps; results are kept as copies. */
  @CacheNamespace
  public interface Persons {

    /** One row. */
    @Select("select id, full_name as fullName, mail, note, status from persons where id = #{id}")
    CachedPerson find(int id);

    /** One column. */
    @Select("select mail from persons where id = #{id}")
    String mail(int id);

    /** Every column. */
    @Update(
        "update persons set full_name = #{fullName}, mail = #{mail}, note = #{note},"
            + " status = #{status} where id = #{id}")
    void save(CachedPerson person);

    /** A new row. */
    @Insert(
        "insert into persons (id, full_name, mail, note, status)"
            + " values (#{id}, #{fullName}, #{mail}, #{note}, #{status})")
    void insert(CachedPerson person);
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
  public CachedPerson find(int id) {
    return inSession(persons -> persons.find(id));
  }

  @Override
  public String mailByQuery(int id) {
    return inSession(persons -> persons.mail(id));
  }

  @Override
  public void change(int id, String status) {
    inSession(
        persons -> {
          CachedPerson person = persons.find(id);
          person.status = status;
          persons.save(person);
          return person;
        });
  }

  @Override
  public void insert(CachedPerson person) {
    inSession(
        persons -> {
          persons.insert(person);
          return person;
        });
  }

  private <T> T inSession(Function<Persons, T> work) {
    try (SqlSession session = sessions.openSession(true)) {
      return work.apply(session.getMapper(Persons.class));
    }
  }
}
