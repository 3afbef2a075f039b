package dev.bauta.agent.instrumentation.viewer;

import dev.bauta.agent.api.ClassHook;
import dev.bauta.agent.api.Instrumentation;
import dev.bauta.agent.api.Links;
import dev.bauta.agent.api.Masking;
import dev.bauta.agent.api.Sink;
import dev.bauta.agent.api.Viewers;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * {@code dev.bauta.annotations.Viewer}: its three methods are bracketed. The class belongs to the
 * application and may be there several times, in several loaders.
 */
public final class ViewerInstrumentation implements Instrumentation {

  static final String PLACE = "viewer.place";
  static final String VIEWER = "viewer.viewer";
  static final String ABOUT = "viewer.about";

  @Override
  public String name() {
    return "viewer-0.1";
  }

  /** None: this one masks nothing. */
  @Override
  public Sink sink() {
    return null;
  }

  @Override
  public List<ClassHook> hooks() {
    return List.of(ClassHook.named("dev/bauta/annotations/Viewer", new Rewrites()));
  }

  @Override
  public void link(Links links, Masking masking, Viewers viewers) {
    links.place(PLACE, viewers);
    links.viewer(VIEWER, new Principal(viewers));
    links.viewer(ABOUT, new About(viewers));
  }

  private record Principal(Viewers viewers) implements UnaryOperator<Object> {
    @Override
    public Object apply(Object principal) {
      return principal == null ? viewers.nobody() : viewers.viewer(new Named((String) principal));
    }
  }

  private record About(Viewers viewers) implements UnaryOperator<Object> {
    @Override
    public Object apply(Object subject) {
      return viewers.about((String) subject);
    }
  }

  private record Named(String principal) implements Supplier<String> {
    @Override
    public String get() {
      return principal;
    }
  }
}
