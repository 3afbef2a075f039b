package dev.bauta.agent.instrumentation.mybatis;

import dev.bauta.agent.api.ClassEditor;
import dev.bauta.agent.api.ClassHook;
import dev.bauta.agent.api.CodeFilter;
import dev.bauta.agent.api.Condition;
import dev.bauta.agent.api.Instrumentation;
import dev.bauta.agent.api.Links;
import dev.bauta.agent.api.Masking;
import dev.bauta.agent.api.Sink;
import dev.bauta.agent.api.Unmasked;
import dev.bauta.agent.api.Viewers;
import java.util.List;

/**
 * The caches of mapped statements, which sessions share: while rows are masked sessions read past
 * them and leave nothing in them. A write still empties them.
 */
public final class MyBatisInstrumentation implements Instrumentation {

  private static final String SHARES = "mybatis.shares";
  private static final String USE = "isUseCache";

  @Override
  public String name() {
    return "mybatis-3.2";
  }

  @Override
  public Sink sink() {
    return Sink.JDBC;
  }

  @Override
  public List<ClassHook> hooks() {
    return List.of(
        ClassHook.named(
                "org/apache/ibatis/mapping/MappedStatement", MyBatisInstrumentation::statement)
            .readingOnly(CodeFilter.methods(USE)));
  }

  @Override
  public void link(Links links, Masking masking, Viewers viewers) {
    links.unguarded(SHARES, new Unmasked(masking, Sink.JDBC)); // it guards itself
  }

  private static void statement(ClassEditor editor) {
    Condition shares = new Condition(editor, SHARES);
    editor.require(USE, shares.alsoReturns(ClassEditor.method(USE, "()Z")));
  }
}
