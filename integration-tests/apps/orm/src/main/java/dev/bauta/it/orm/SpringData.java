package dev.bauta.it.orm;

import java.util.List;
import org.springframework.data.annotation.Id;
import org.springframework.data.jdbc.core.JdbcAggregateOperations;
import org.springframework.data.jdbc.core.JdbcAggregateTemplate;
import org.springframework.data.jdbc.core.convert.DataAccessStrategy;
import org.springframework.data.jdbc.core.convert.DataAccessStrategyFactory;
import org.springframework.data.jdbc.core.convert.DefaultJdbcTypeFactory;
import org.springframework.data.jdbc.core.convert.DelegatingDataAccessStrategy;
import org.springframework.data.jdbc.core.convert.InsertStrategyFactory;
import org.springframework.data.jdbc.core.convert.JdbcConverter;
import org.springframework.data.jdbc.core.convert.MappingJdbcConverter;
import org.springframework.data.jdbc.core.convert.SqlGeneratorSource;
import org.springframework.data.jdbc.core.convert.SqlParametersFactory;
import org.springframework.data.jdbc.core.dialect.JdbcH2Dialect;
import org.springframework.data.jdbc.core.mapping.JdbcMappingContext;
import org.springframework.data.relational.core.mapping.Table;
import org.springframework.data.relational.core.query.Criteria;
import org.springframework.data.relational.core.query.Query;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Spring Data JDBC, put together by hand. */
final class SpringData implements Store {

  /** A row of the same table. */
  @Table("PERSONS")
  public record Row(
      @Id Integer id, String fullName, String mail, String note, String status) {}

  private final JdbcAggregateOperations persons;

  SpringData(String url) {
    NamedParameterJdbcTemplate operations =
        new NamedParameterJdbcTemplate(new DriverManagerDataSource(url));
    JdbcMappingContext context = new JdbcMappingContext();
    DelegatingDataAccessStrategy reading = new DelegatingDataAccessStrategy();
    JdbcConverter converter =
        new MappingJdbcConverter(
            context,
            reading,
            new org.springframework.data.jdbc.core.convert.JdbcCustomConversions(),
            new DefaultJdbcTypeFactory(operations.getJdbcOperations()));
    DataAccessStrategy strategy =
        new DataAccessStrategyFactory(
                new SqlGeneratorSource(context, converter, JdbcH2Dialect.INSTANCE),
                converter,
                operations,
                new SqlParametersFactory(context, converter),
                new InsertStrategyFactory(operations, JdbcH2Dialect.INSTANCE))
            .create();
    reading.setDelegate(strategy);
    persons = new JdbcAggregateTemplate(event -> {}, context, converter, strategy);
  }

  @Override
  public void change(int id, String status) {
    Row row = persons.findById(id, Row.class);
    persons.save(new Row(row.id, row.fullName, row.mail, row.note, status));
  }

  @Override
  public void changeDetached(int id, String status) {
    change(id, status);
  }

  @Override
  public int findByMailOf(int id) {
    String mail = persons.findById(id, Row.class).mail;
    return ((List<Row>) persons.findAll(Query.query(Criteria.where("mail").is(mail)), Row.class))
        .size();
  }

  @Override
  public void saveCopy(int id) {
    Row row = persons.findById(id, Row.class);
    persons.save(new Row(row.id, row.fullName, new String(row.mail), row.note, "copied"));
  }
}
