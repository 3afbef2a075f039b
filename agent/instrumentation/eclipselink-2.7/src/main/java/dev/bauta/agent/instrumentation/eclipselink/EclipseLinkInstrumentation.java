package dev.bauta.agent.instrumentation.eclipselink;

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
 * The shared cache, which EclipseLink uses unless it is told not to, and kept results of queries:
 * while rows are masked all queries are as with JPA's {@code BYPASS}. What a unit of work writes it
 * still puts there; nobody reads it.
 */
public final class EclipseLinkInstrumentation implements Instrumentation {

  private static final String SHARES = "eclipselink.shares";
  private static final String QUERIES = "org/eclipse/persistence/queries/";
  private static final String STORE = "shouldStoreBypassCache";
  private static final String RETRIEVE = "shouldRetrieveBypassCache";
  private static final String RESULTS = "shouldCacheQueryResults";

  @Override
  public String name() {
    return "eclipselink-2.7";
  }

  @Override
  public Sink sink() {
    return Sink.JDBC;
  }

  @Override
  public List<ClassHook> hooks() {
    return List.of(
        ClassHook.named(QUERIES + "DatabaseQuery", EclipseLinkInstrumentation::query)
            .readingOnly(CodeFilter.methods(STORE, RETRIEVE)),
        ClassHook.named(QUERIES + "ReadQuery", EclipseLinkInstrumentation::results)
            .readingOnly(CodeFilter.methods(RESULTS)));
  }

  @Override
  public void link(Links links, Masking masking, Viewers viewers) {
    links.unguarded(SHARES, new Unmasked(masking, Sink.JDBC)); // it guards itself
  }

  private static void query(ClassEditor editor) {
    Condition shares = new Condition(editor, SHARES);
    editor.require(STORE, shares.orNotReturns(ClassEditor.method(STORE, "()Z")));
    editor.require(RETRIEVE, shares.orNotReturns(ClassEditor.method(RETRIEVE, "()Z")));
  }

  private static void results(ClassEditor editor) {
    Condition shares = new Condition(editor, SHARES);
    editor.require(RESULTS, shares.alsoReturns(ClassEditor.method(RESULTS, "()Z")));
  }
}
