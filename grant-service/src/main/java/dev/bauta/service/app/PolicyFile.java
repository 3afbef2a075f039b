package dev.bauta.service.app;

import dev.bauta.service.access.Person;
import dev.bauta.service.access.Policy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A policy in a file of its own.
 *
 * @param people whom it may speak of
 * @param approvals how many administrators have to agree to a change
 */
record PolicyFile(Path path, List<Person> people, int approvals) {

  PolicyFile {
    people = List.copyOf(people);
  }

  /** Nobody has to agree to a change. */
  PolicyFile(Path path, List<Person> people) {
    this(path, people, 0);
  }

  /** A policy and the text that it was read from. */
  record Read(Policy policy, String text) {}

  /**
   * Reads the file as it is now.
   *
   * @throws ConfigException with all its faults
   */
  Read read() {
    return read(text());
  }

  String text() {
    return YamlFile.text(path, "name an existing UTF-8 file with policy.file");
  }

  Read read(String text) {
    String name = path.getFileName().toString();
    List<String> faults = new ArrayList<>();
    Section root = Section.root(name, YamlFile.parse(name, text), Map.of(), faults);
    Policy policy = new PolicyReader(people).readWhole(root, text);
    if (!faults.isEmpty()) throw new ConfigException(faults);
    return new Read(policy, text);
  }
}
