package dev.bauta.agent.instrumentation.logback;

import dev.bauta.agent.api.ClassHook;
import dev.bauta.agent.api.CodeFilter;
import dev.bauta.agent.api.Instrumentation;
import dev.bauta.agent.api.Links;
import dev.bauta.agent.api.Masking;
import dev.bauta.agent.api.Sink;
import dev.bauta.agent.api.Viewers;
import dev.bauta.agent.api.log.Arguments;
import dev.bauta.agent.api.log.Logged;
import dev.bauta.agent.api.log.Messages;
import dev.bauta.agent.api.log.Mute;
import dev.bauta.agent.api.log.Texts;
import dev.bauta.agent.api.log.Values;
import java.util.List;

/**
 * Logback 1.2 and later. Values are masked as they are stored in the event, once, on the thread
 * that logs and before any appender or queue sees them; the event stays Logback's own.
 */
public final class LogbackInstrumentation implements Instrumentation {

  static final String MESSAGE = "logback.message";
  static final String ARGUMENTS = "logback.arguments";
  static final String MDC = "logback.mdc";
  static final String PAIRS = "logback.pairs";
  static final String TEXT = "logback.text";

  /** Takes (logger, message) and makes what the arguments' filter is told. */
  static final String LOGGED = "logback.logged";

  /** Takes the name of the logger whose event makes a throwable's proxy; null afterwards. */
  static final String THROWN_BY = "logback.thrown-by";

  static final String THROWN_TEXT = "logback.thrown-text";

  /** Takes a throwable that leaves its proxy. */
  static final String THROWN_ITSELF = "logback.thrown-itself";

  static final String STRUCTURED = "logback.structured";

  @Override
  public String name() {
    return "logback-1.2";
  }

  @Override
  public Sink sink() {
    return Sink.LOG;
  }

  @Override
  public List<ClassHook> hooks() {
    Rewrites rewrites = new Rewrites();
    return List.of(
        ClassHook.named(Rewrites.EVENT, rewrites).readingOnly(Rewrites.EVENT_CODE),
        ClassHook.named(Rewrites.SERIALISED_EVENT, rewrites),
        ClassHook.named(Rewrites.THROWABLE, rewrites).readingOnly(Rewrites.THROWABLE_CODE),
        ClassHook.named(Rewrites.JSON_ENCODER, rewrites),
        ClassHook.named(Rewrites.MARKER_CONVERTER, rewrites),
        ClassHook.named(Muting.LOGGER, new Muting())
            .readingOnly(CodeFilter.methods(Muting.METHOD)));
  }

  // Named classes, no lambdas: each lambda costs every start of every application about as much as
  // all of these classes together.
  @Override
  public void link(Links links, Masking masking, Viewers viewers) {
    Messages messages = new Messages(masking);
    Values values = new Values(masking);
    Pairs pairs = new Pairs(masking, values);
    Harmless harmless = new Harmless();
    links.filter(MESSAGE, messages, harmless);
    links.filter(ARGUMENTS, new Arguments(masking, values), harmless);
    links.filter(MDC, new MdcMaps(masking), harmless);
    links.filter(PAIRS, pairs, harmless);
    links.filter(TEXT, new Texts(masking), harmless);
    ThrownBy thrownBy = new ThrownBy(masking);
    links.filter(LOGGED, new Logged.Maker(masking), harmless);
    links.filter(THROWN_BY, thrownBy.new Turn(), harmless);
    links.filter(THROWN_TEXT, thrownBy.new Texts(), harmless);
    links.place(Muting.PLACE, viewers);
    links.viewer(Muting.NOBODY, new Mute(viewers));
    links.filter(THROWN_ITSELF, new ThrownItself(masking), harmless);
    links.filter(STRUCTURED, new Structured(values), harmless);
  }

  @Override
  public String showCanary(Class<?> hooked, String canary) throws ReflectiveOperationException {
    return Canary.show(hooked.getClassLoader(), canary);
  }
}
