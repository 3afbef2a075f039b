package dev.bauta.agent.instrumentation.jsonorigin;

import dev.bauta.agent.api.ClassHook;
import dev.bauta.agent.api.Instrumentation;
import dev.bauta.agent.api.Links;
import dev.bauta.agent.api.Masking;
import dev.bauta.agent.api.Origins;
import dev.bauta.agent.api.Sink;
import dev.bauta.agent.api.Viewers;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * Says which JSON is meant: where it goes, who calls, which mapper writes it and what. While no
 * rule asks, none of these classes is rewritten.
 */
public final class JsonOriginInstrumentation implements Instrumentation {

  static final String PLACE = "origin.place";
  static final String TRAFFIC = "origin.traffic";
  static final String CALLER = "origin.caller";
  static final String DOCUMENT = "origin.document";
  static final String MADE = "origin.made";

  @Override
  public String name() {
    return "json-origin-17";
  }

  /** None: this one masks nothing. Where it fails, JSON is masked that a rule would leave. */
  @Override
  public Sink sink() {
    return null;
  }

  @Override
  public List<ClassHook> hooks() {
    List<ClassHook> hooks = new ArrayList<>();
    for (TrafficPoint point : TrafficPoint.ALL) {
      hooks.add(point.hook());
    }
    for (MapperPoint point : MapperPoint.ALL) {
      hooks.add(point.hook());
    }
    hooks.add(ClassHook.calling(new CallerRewrite()));
    return hooks;
  }

  @Override
  public void link(Links links, Masking masking, Viewers viewers) {
    Origins origins = masking.origins();
    Unknown unknown = new Unknown(origins);
    links.place(PLACE, origins);
    links.filter(TRAFFIC, new Traffic(origins), unknown);
    links.filter(CALLER, new Caller(origins), unknown);
    links.filter(DOCUMENT, new Document(origins), unknown);
    links.observe(MADE, new Made(origins));
  }

  /** What is put into the place where it cannot be told: what stands there. */
  private record Unknown(Origins origins) implements UnaryOperator<Object> {
    @Override
    public Object apply(Object ignored) {
      return origins.place()[0];
    }
  }

  private record Traffic(Origins origins) implements UnaryOperator<Object> {
    @Override
    public Object apply(Object name) {
      return origins.traffic((String) name);
    }
  }

  private record Caller(Origins origins) implements UnaryOperator<Object> {
    @Override
    public Object apply(Object className) {
      return origins.caller((String) className);
    }
  }

  private record Document(Origins origins) implements BiFunction<Object, Object, Object> {
    @Override
    public Object apply(Object writer, Object value) {
      return origins.document(Codec.of(writer), value);
    }
  }

  private record Made(Origins origins) implements Consumer<Object> {
    @Override
    public void accept(Object mapper) {
      origins.made(Codec.of(mapper), mapper.getClass());
    }
  }
}
