package dev.bauta.agent.instrumentation.hibernate;

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
 * The second-level cache and the query cache: sessions read past them and leave nothing in them
 * while rows are masked. Hibernate asks its own {@code CacheMode} before each look and each put, in
 * all versions alike, and knows how to go on where the answer is no.
 */
public final class HibernateInstrumentation implements Instrumentation {

  private static final String SHARES = "hibernate.shares";
  private static final String GET = "isGetEnabled";
  private static final String PUT = "isPutEnabled";

  @Override
  public String name() {
    return "hibernate-5.2";
  }

  @Override
  public Sink sink() {
    return Sink.JDBC;
  }

  @Override
  public List<ClassHook> hooks() {
    return List.of(
        ClassHook.named("org/hibernate/CacheMode", HibernateInstrumentation::mode)
            .readingOnly(CodeFilter.methods(GET, PUT)));
  }

  @Override
  public void link(Links links, Masking masking, Viewers viewers) {
    links.unguarded(SHARES, new Unmasked(masking, Sink.JDBC)); // it guards itself
  }

  private static void mode(ClassEditor editor) {
    Condition shares = new Condition(editor, SHARES);
    editor.require(GET, shares.alsoReturns(ClassEditor.method(GET, "()Z")));
    editor.require(PUT, shares.alsoReturns(ClassEditor.method(PUT, "()Z")));
  }
}
