package com.example.people;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import org.h2.jdbcx.JdbcDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does with a text what applications do: logs it, stores it, reads it, throws it, hands it out. */
public final class People {

  private static final Logger LOG = LoggerFactory.getLogger(People.class);

  private final JdbcDataSource source = new JdbcDataSource();

  /**
   * @param database the name of a database in memory
   */
  public People(String database) {
    source.setURL("jdbc:h2:mem:" + database + ";DB_CLOSE_DELAY=-1;DB_CLOSE_ON_EXIT=FALSE");
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("create table if not exists people (note varchar(400))");
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  /**
   * Uses each text in its own way.
   *
   * @param texts log, error, print, row, json and nick
   * @return what is to go out as JSON
   */
  public Map<String, Object> take(Map<String, String> texts) {
    LOG.info("taken {}", texts.get("log"));
    LOG.warn("refused", new IllegalStateException(texts.get("error")));
    Person person = new Person(texts.get("nick"), texts.get("print"));
    LOG.info("person {}", person);
    System.out.println("row: " + store(texts.get("row")));
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("json", texts.get("json"));
    answer.put("person", new Person(texts.get("nick"), "nobody"));
    return answer;
  }

  private String store(String note) {
    try (Connection connection = source.getConnection();
        PreparedStatement insert = connection.prepareStatement("insert into people values (?)");
        Statement statement = connection.createStatement()) {
      insert.setString(1, note);
      insert.executeUpdate();
      try (ResultSet rows = statement.executeQuery("select note from people")) {
        rows.next();
        return rows.getString(1);
      } finally {
        statement.execute("delete from people");
      }
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }
}
