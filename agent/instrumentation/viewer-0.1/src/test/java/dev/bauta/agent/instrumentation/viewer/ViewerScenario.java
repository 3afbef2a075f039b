package dev.bauta.agent.instrumentation.viewer;

import dev.bauta.annotations.Viewer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** An application that names its viewers; says what the test's supplier sees each time. */
final class ViewerScenario implements Function<Supplier<String>, List<String>> {

  @Override
  public List<String> apply(Supplier<String> seen) {
    List<String> all = new ArrayList<>();
    all.add("before " + seen.get());
    try {
      all.add("call " + Viewer.<String>call("grace", seen::get));
      Viewer.run("grace", () -> all.add("run " + seen.get()));
      all.add("nobody " + Viewer.<String>call("grace", () -> Viewer.call(null, seen::get)));
      all.add("about " + Viewer.<String>call("grace", () -> Viewer.about("customer 7", seen::get)));
      all.add(
          "within " + Viewer.<String>about("customer 7", () -> Viewer.call("grace", seen::get)));
      Viewer.call(
          "grace",
          () -> {
            throw new IllegalStateException("gone");
          });
    } catch (Exception e) {
      all.add("threw " + e.getMessage());
    }
    all.add("after " + seen.get());
    return all;
  }
}
