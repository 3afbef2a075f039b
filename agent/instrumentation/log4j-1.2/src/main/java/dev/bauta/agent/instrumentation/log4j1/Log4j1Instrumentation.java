package dev.bauta.agent.instrumentation.log4j1;

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
 * Log4j 1.2 and reload4j. What an event prints is masked as the event stores it, once; the event
 * stays Log4j's own.
 */
public final class Log4j1Instrumentation implements Instrumentation {

  /** Takes (logger, text). */
  static final String TEXT = "log4j-1.text";

  /** Takes (logger, message object). */
  static final String MESSAGE = "log4j-1.message";

  /** Takes (logger, map of the context). */
  static final String CONTEXT = "log4j-1.context";

  /** Takes (key, its value in the context). */
  static final String KEYED = "log4j-1.keyed";

  /** Takes the lines of a throwable. */
  static final String LINES = "log4j-1.lines";

  /** Takes a throwable that an appender asks for. */
  static final String THROWN = "log4j-1.thrown";

  static final String PLACE = "log4j-1.place";
  static final String NOBODY = "log4j-1.nobody";

  @Override
  public String name() {
    return "log4j-1.2";
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
        ClassHook.named(Rewrites.THROWABLE, rewrites).readingOnly(Rewrites.THROWABLE_CODE),
        ClassHook.named(Rewrites.CATEGORY, rewrites)
            .readingOnly(CodeFilter.methods(Rewrites.APPENDERS)));
  }

  // Named classes, no lambdas: each lambda costs every start of every application about as much as
  // all of these classes together.
  @Override
  public void link(Links links, Masking masking, Viewers viewers) {
    EventValues values = new EventValues(masking);
    Harmless harmless = new Harmless();
    links.filter(TEXT, values.new Text(), harmless);
    links.filter(MESSAGE, values.new Message(), harmless);
    links.filter(CONTEXT, values.new Context(), harmless);
    links.filter(KEYED, values.new Keyed(), harmless);
    links.filter(LINES, values.new Lines(), harmless);
    links.filter(THROWN, values.new Thrown(), harmless);
    links.place(PLACE, viewers);
    links.viewer(NOBODY, new Mute(viewers));
  }

  @Override
  public String showCanary(Class<?> hooked, String canary) throws ReflectiveOperationException {
    Class<?> information =
        Class.forName("org.apache.log4j.spi.ThrowableInformation", true, hooked.getClassLoader());
    Object shown =
        information.getConstructor(String[].class).newInstance((Object) new String[] {canary});
    return String.join("\n", (String[]) information.getMethod("getThrowableStrRep").invoke(shown));
  }
}
