package dev.bauta.agent.instrumentation.slf4jmdc;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.MDC;

/** An application that puts its user into the MDC; says what the test's supplier sees each time. */
final class MdcScenario implements Function<Supplier<String>, List<String>> {

  @Override
  public List<String> apply(Supplier<String> seen) {
    List<String> all = new ArrayList<>();
    MDC.put("request", "1");
    all.add("other key " + seen.get());
    MDC.put("user", "grace");
    all.add("put " + seen.get() + " " + MDC.get("user"));
    MDC.remove("request");
    all.add("other removed " + seen.get());
    MDC.remove("user");
    all.add("removed " + seen.get() + " " + MDC.get("user"));
    try (MDC.MDCCloseable closes = MDC.putCloseable("user", "linus")) {
      all.add("closeable " + seen.get());
    }
    all.add("closed " + seen.get());
    MDC.setContextMap(Map.of("user", "ada"));
    all.add("map " + seen.get());
    MDC.clear();
    all.add("cleared " + seen.get());
    MDC.put("user", "");
    all.add("empty " + seen.get());
    return all;
  }
}
