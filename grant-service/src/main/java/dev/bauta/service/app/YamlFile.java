package dev.bauta.service.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/** A YAML file as text and as nodes that know their lines. */
final class YamlFile {
  private YamlFile() {}

  /**
   * @param remedy what to do where it cannot be read
   * @throws ConfigException if it cannot be read
   */
  static String text(Path file, String remedy) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new ConfigException(List.of(file + ": cannot be read; " + remedy));
    }
  }

  /**
   * @return null for an empty text
   * @throws ConfigException if it is no YAML
   */
  static Node parse(String name, String text) {
    try {
      return new Compose(LoadSettings.builder().setLabel(name).build())
          .composeString(text)
          .orElse(null);
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().map(Mark::getLine).orElse(0) + 1;
      throw new ConfigException(
          List.of(name + ":" + line + ": is not valid YAML: " + e.getProblem()));
    } catch (YamlEngineException e) {
      throw new ConfigException(List.of(name + ":1: is not valid YAML"));
    }
  }
}
