package dev.bauta.service.app;

import dev.bauta.service.chat.ChatSettings;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A chat platform's view of its section. */
record SectionSettings(Section section, Map<String, String> variables) implements ChatSettings {
  @Override
  public Optional<String> value(String key) {
    return section.text(key);
  }

  @Override
  public Optional<String> environment(String name) {
    return Optional.ofNullable(variables.get(name)).map(String::strip).filter(s -> !s.isEmpty());
  }

  @Override
  public IllegalArgumentException problem(String key, String faultAndRemedy) {
    return new ConfigException(List.of(section.describe(key, faultAndRemedy)));
  }

  @Override
  public String toString() {
    return "settings"; // a record would print tokens
  }
}
