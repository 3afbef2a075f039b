package dev.bauta.agent.instrumentation.servlet;

import dev.bauta.agent.api.ClassHook;
import dev.bauta.agent.api.CodeFilter;
import dev.bauta.agent.api.Instrumentation;
import dev.bauta.agent.api.Links;
import dev.bauta.agent.api.Masking;
import dev.bauta.agent.api.Sink;
import dev.bauta.agent.api.Viewers;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The principal of a servlet request, for as long as a servlet handles it: {@code HttpServlet} of
 * Servlet 3.0 and later, under its old and its new name. The request is asked only when a live
 * grant needs the answer.
 */
public final class ServletInstrumentation implements Instrumentation {

  static final String ENTER = "servlet.enter";
  static final String PLACE = "servlet.place";

  @Override
  public String name() {
    return "servlet-3.0";
  }

  /** None: this one masks nothing. */
  @Override
  public Sink sink() {
    return null;
  }

  @Override
  public List<ClassHook> hooks() {
    Rewrites rewrites = new Rewrites();
    CodeFilter service = CodeFilter.methods("service");
    return List.of(
        ClassHook.named(Rewrites.JAKARTA, rewrites).readingOnly(service),
        ClassHook.named(Rewrites.JAVAX, rewrites).readingOnly(service));
  }

  @Override
  public void link(Links links, Masking masking, Viewers viewers) {
    links.place(PLACE, viewers);
    links.viewer(ENTER, new Enter(viewers, masking));
  }

  private record Enter(Viewers viewers, Masking masking) implements UnaryOperator<Object> {
    @Override
    public Object apply(Object request) {
      return viewers.viewer(new RequestPrincipal(request, viewers.sources(), masking));
    }
  }
}
