package dev.bauta.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.Node;

/** What is wrong with a file, in the order of its lines. */
final class Faults {

  private static final int MOST = 100;

  private final String fileName;
  private final TreeMap<Integer, List<String>> byLine = new TreeMap<>();
  private int count;

  Faults(String fileName) {
    this.fileName = fileName;
  }

  void add(Node where, String fault) {
    add(line(where), fault);
  }

  void add(int line, String fault) {
    if (count++ < MOST) {
      byLine.computeIfAbsent(line, any -> new ArrayList<>()).add(fault);
    }
  }

  void throwIfAny() {
    if (byLine.isEmpty()) {
      return;
    }
    List<String> messages = new ArrayList<>();
    byLine.forEach(
        (line, faults) -> faults.forEach(f -> messages.add(fileName + ":" + line + ": " + f)));
    throw new RuleFileException(messages);
  }

  /** The line of a node, from 1. */
  static int line(Node node) {
    return line(node.getStartMark());
  }

  static int line(Optional<Mark> mark) {
    return mark.map(Mark::getLine).orElse(0) + 1;
  }

  static String list(Set<String> names) {
    return String.join(", ", new TreeSet<>(names));
  }
}
