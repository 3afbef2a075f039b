package dev.bauta.agent.instrumentation.jdbc;

import dev.bauta.agent.api.ClassHook;
import dev.bauta.agent.api.CodeFilter;
import dev.bauta.agent.api.Instrumentation;
import dev.bauta.agent.api.Links;
import dev.bauta.agent.api.Masking;
import dev.bauta.agent.api.Sink;
import dev.bauta.agent.api.Viewers;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Masks what the getters of a driver's result sets and callable statements return, and stores the
 * raw value where a masked one is bound again. Pools and other wrappers are left alone, they pass
 * on what the driver gave. There is no canary: a driver shows nothing without a database, and the
 * agent opens none.
 */
public final class JdbcInstrumentation implements Instrumentation {

  @Override
  public String name() {
    return "jdbc-4.2";
  }

  @Override
  public Sink sink() {
    return Sink.JDBC;
  }

  @Override
  public List<ClassHook> hooks() {
    List<ClassHook> hooks = new ArrayList<>();
    for (Driver driver : Drivers.ALL) {
      ReaderRewrite readers = new ReaderRewrite(driver);
      CodeFilter reading = readers.code();
      for (ResultSetClass resultSet : driver.resultSets()) {
        ResultSetRewrite rewrite = new ResultSetRewrite(resultSet.points());
        hooks.add(ClassHook.named(resultSet.name(), rewrite).readingOnly(ResultSetRewrite.CODE));
      }
      for (String reader : driver.readers()) {
        hooks.add(ClassHook.named(reader, readers).readingOnly(reading));
      }
      for (String metaData : driver.metaData()) {
        hooks.add(ClassHook.named(metaData, new MetaDataRewrite(true)));
      }
    }
    for (String statement : Statements.CALLABLE) {
      hooks.add(
          ClassHook.named(statement, new ResultSetRewrite(Set.of()))
              .readingOnly(ResultSetRewrite.CODE));
    }
    for (String statement : Statements.PREPARED) {
      hooks.add(setters(statement, "setString"));
    }
    for (String statement : Statements.MORE_SETTERS) {
      hooks.add(setters(statement, null));
    }
    hooks.add(
        ClassHook.implementing("java/sql/PreparedStatement", new UnknownSetters())
            .readingOnly(SetterRewrite.CODE));
    for (String type : List.of(ReaderRewrite.RESULT_SET, "java/sql/CallableStatement")) {
      hooks.add(
          ClassHook.implementing(type, new UnknownGetters(type))
              .readingOnly(ResultSetRewrite.CODE));
    }
    hooks.add(ClassHook.implementing("java/sql/DatabaseMetaData", new MetaDataRewrite(false)));
    return hooks;
  }

  private static ClassHook setters(String statement, String required) {
    return ClassHook.named(statement, new SetterRewrite(required)).readingOnly(SetterRewrite.CODE);
  }

  @Override
  public void link(Links links, Masking masking, Viewers viewers) {
    new ReadHooks(masking).register(links);
    new WriteHooks(masking).register(links);
  }
}
