package dev.bauta.agent.instrumentation.log4j1;

import dev.bauta.agent.api.ClassHook;
import dev.bauta.agent.api.Instrumentation;
import dev.bauta.agent.api.Links;
import dev.bauta.agent.api.Masking;
import dev.bauta.agent.api.Sink;
import dev.bauta.agent.api.Viewers;
import java.util.List;

/**
 * Log4j 1.2 and reload4j. What an event prints is masked as the event stores it, once; the event
 * stays Log4j's own.
 */
public final class Log4j1Instrumentation implements Instrumentation {

  static final String VALUE = "log4j-1.value";
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
        ClassHook.named(Rewrites.EVENT, rewrites),
        ClassHook.named(Rewrites.THROWABLE, rewrites),
        ClassHook.named(Rewrites.CATEGORY, rewrites));
  }

  // Named classes, no lambdas: each lambda costs every start of every application about as much as
  // all of these classes together.
  @Override
  public void link(Links links, Masking masking, Viewers viewers) {
    links.filter(VALUE, new Values(masking), new Harmless());
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
