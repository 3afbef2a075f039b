package dev.bauta.agent.instrumentation.javalogging;

import dev.bauta.agent.api.ClassHook;
import dev.bauta.agent.api.CodeFilter;
import dev.bauta.agent.api.Instrumentation;
import dev.bauta.agent.api.Links;
import dev.bauta.agent.api.Masking;
import dev.bauta.agent.api.Sink;
import dev.bauta.agent.api.Viewers;
import dev.bauta.agent.api.log.Throwables;
import java.util.List;

/**
 * {@code java.util.logging}, and with it {@code System.Logger}. Every call ends in {@code
 * Logger.log(LogRecord)}, where the record is masked before filters and handlers see it; records
 * that one of the JDK's handlers gets by another way are masked there, and all others when they are
 * formatted.
 */
public final class JavaLoggingInstrumentation implements Instrumentation {

  static final String RECORD = "java-logging.record";
  static final String LOGGED = "java-logging.logged";
  static final String PUBLISHED = "java-logging.published";
  static final String THROWN = "java-logging.thrown";
  static final String TEXT = "java-logging.text";

  @Override
  public String name() {
    return "java-logging-17";
  }

  @Override
  public Sink sink() {
    return Sink.LOG;
  }

  @Override
  public List<ClassHook> hooks() {
    Rewrites rewrites = new Rewrites();
    return List.of(
        ClassHook.named(Rewrites.LOGGER, rewrites).readingOnly(CodeFilter.methods("log")),
        ClassHook.named(Rewrites.STREAM_HANDLER, rewrites)
            .readingOnly(CodeFilter.methods("publish")),
        ClassHook.named(Rewrites.MEMORY_HANDLER, rewrites)
            .readingOnly(CodeFilter.methods("publish")),
        ClassHook.named(Rewrites.FORMATTER, rewrites),
        ClassHook.named(Rewrites.SIMPLE_FORMATTER, rewrites),
        ClassHook.named(Rewrites.XML_FORMATTER, rewrites));
  }

  // Named classes, no lambdas: each lambda costs every start of every application about as much as
  // all of these classes together.
  @Override
  public void link(Links links, Masking masking, Viewers viewers) {
    Throwables throwables = new Throwables(masking);
    Harmless harmless = new Harmless();
    Records records = new Records(masking, throwables);
    LoggedNow logged = new LoggedNow();
    links.unguarded(LOGGED, logged);
    links.filter(RECORD, records, harmless);
    links.filter(PUBLISHED, new Published(records, logged), harmless);
    links.filter(THROWN, new Thrown(throwables), harmless);
    links.filter(TEXT, new FormattedTexts(masking), harmless);
  }

  @Override
  public String showCanary(Class<?> hooked, String canary) {
    return Canary.show(canary);
  }
}
