package dev.bauta.agent.instrumentation.jackson;

import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.module.afterburner.AfterburnerModule;
import com.fasterxml.jackson.module.blackbird.BlackbirdModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Function;

/** The modules that write properties without reflection. Takes a module's name, gives JSON. */
public final class OptimizedScenarios implements Function<String, String> {

  @Override
  public String apply(String module) {
    Module optimizer = module.equals("blackbird") ? new BlackbirdModule() : new AfterburnerModule();
    ObjectMapper mapper = new ObjectMapper().registerModule(optimizer);
    try {
      return mapper.writeValueAsString(new Scenarios.Fields())
          + mapper.writeValueAsString(new Scenarios.Getters());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
