package dev.bauta.agent.instrumentation.log4j2;

import dev.bauta.agent.api.ClassHook;
import dev.bauta.agent.api.Instrumentation;
import dev.bauta.agent.api.Links;
import dev.bauta.agent.api.Masking;
import dev.bauta.agent.api.Sink;
import dev.bauta.agent.api.Viewers;
import dev.bauta.agent.api.log.ContextValues;
import dev.bauta.agent.api.log.Mute;
import dev.bauta.agent.api.log.Texts;
import dev.bauta.agent.api.log.Values;
import java.util.ArrayList;
import java.util.List;

/**
 * Log4j 2.13 and later. A message is looked at as it enters the logger, on the thread that logs and
 * before any appender, queue or ring buffer; it is replaced only where something is found.
 */
public final class Log4j2Instrumentation implements Instrumentation {

  static final String MESSAGE = "log4j2.message";
  static final String MARKER = "log4j2.marker";
  static final String CONTEXT = "log4j2.context";
  static final String CONTEXT_VALUE = "log4j2.contextValue";
  static final String STACK = "log4j2.stack";
  static final String TEXT = "log4j2.text";
  static final String VALUE = "log4j2.value";
  static final String THROWABLE = "log4j2.throwable";

  /** Takes (logger, throwable of a message). */
  static final String THROWN = "log4j2.thrown";

  static final String PLACE = "log4j2.place";
  static final String NOBODY = "log4j2.nobody";

  @Override
  public String name() {
    return "log4j-2.13";
  }

  @Override
  public Sink sink() {
    return Sink.LOG;
  }

  @Override
  public List<ClassHook> hooks() {
    Rewrites rewrites = new Rewrites();
    List<ClassHook> hooks = new ArrayList<>();
    for (String name : HookedClasses.ALL) {
      hooks.add(ClassHook.named(name, rewrites));
    }
    return hooks;
  }

  // Named classes, no lambdas: they cost every start of every application less.
  @Override
  public void link(Links links, Masking masking, Viewers viewers) {
    Harmless harmless = new Harmless();
    ContextValues contextValues = new ContextValues(masking);
    Values values = new Values(masking);
    links.filter(MESSAGE, new LoggedMessages(masking, values), harmless);
    links.filter(MARKER, new Markers(masking), harmless);
    links.filter(CONTEXT, new ContextMaps(contextValues), harmless);
    links.filter(CONTEXT_VALUE, new LookedUp(contextValues), harmless);
    links.filter(STACK, new ContextStacks(masking), harmless);
    links.filter(TEXT, new Texts(masking), harmless);
    links.filter(VALUE, new PrintedValues(masking, values), harmless);
    links.filter(THROWN, new LoggedThrowables(masking), harmless);
    links.filter(THROWABLE, new PrintedThrowables(masking), harmless);
    links.place(PLACE, viewers);
    links.viewer(NOBODY, new Mute(viewers));
  }

  @Override
  public String showCanary(Class<?> hooked, String canary) throws ReflectiveOperationException {
    return Canary.show(hooked.getClassLoader(), canary);
  }
}
