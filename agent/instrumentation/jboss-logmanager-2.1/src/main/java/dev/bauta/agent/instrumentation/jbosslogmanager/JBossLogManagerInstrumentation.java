package dev.bauta.agent.instrumentation.jbosslogmanager;

import dev.bauta.agent.api.ClassHook;
import dev.bauta.agent.api.CodeFilter;
import dev.bauta.agent.api.Instrumentation;
import dev.bauta.agent.api.Links;
import dev.bauta.agent.api.Masking;
import dev.bauta.agent.api.Sink;
import dev.bauta.agent.api.Viewers;
import dev.bauta.agent.api.log.Mute;
import java.util.List;

/**
 * JBoss LogManager, which WildFly and Quarkus log with. A record is masked in place where a logger
 * hands it to its handlers; its context where it is asked for.
 */
public final class JBossLogManagerInstrumentation implements Instrumentation {

  /** Takes a record. */
  static final String RECORD = "jboss-logmanager.record";

  /** Takes (record, map of the context). */
  static final String CONTEXT = "jboss-logmanager.context";

  /** Takes (key, its value in the context). */
  static final String KEYED = "jboss-logmanager.keyed";

  /** Takes (record, nested context). */
  static final String NESTED = "jboss-logmanager.nested";

  static final String PLACE = "jboss-logmanager.place";
  static final String NOBODY = "jboss-logmanager.nobody";

  @Override
  public String name() {
    return "jboss-logmanager-2.1";
  }

  @Override
  public Sink sink() {
    return Sink.LOG;
  }

  @Override
  public List<ClassHook> hooks() {
    Rewrites rewrites = new Rewrites();
    return List.of(
        ClassHook.named(Rewrites.NODE, rewrites).readingOnly(CodeFilter.methods(Rewrites.PUBLISH)),
        ClassHook.named(Rewrites.RECORD, rewrites).readingOnly(Rewrites.RECORD_CODE));
  }

  @Override
  public void link(Links links, Masking masking, Viewers viewers) {
    RecordValues values = new RecordValues(masking);
    Harmless harmless = new Harmless();
    links.filter(RECORD, new ExtRecords(masking), harmless);
    links.filter(CONTEXT, values.new Context(), harmless);
    links.filter(KEYED, values.new Keyed(), harmless);
    links.filter(NESTED, values.new Nested(), harmless);
    links.place(PLACE, viewers);
    links.viewer(NOBODY, new Mute(viewers));
  }
}
