package dev.bauta.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.Node;

/** What is wrong with a rule file and those it includes, in the order of their places. */
final class Faults {

  private static final int MOST = 100;

  private record Fault(int file, int line, int column, String text) {}

  private final Map<String, Integer> files = new HashMap<>();
  private final List<String> names = new ArrayList<>();
  private final List<Fault> all = new ArrayList<>();
  private int more;

  /** Names the next file; the faults come in the order in which files are named. */
  void file(String name) {
    if (files.putIfAbsent(name, names.size()) == null) {
      names.add(name);
    }
  }

  void add(Node where, String fault) {
    add(where.getStartMark(), fault);
  }

  void add(Optional<Mark> where, String fault) {
    String name = where.isPresent() ? where.get().getName() : names.get(0);
    add(name, line(where), where.isPresent() ? where.get().getColumn() + 1 : 1, fault);
  }

  void add(String file, int line, int column, String fault) {
    file(file);
    if (all.size() < MOST) {
      all.add(new Fault(files.get(file), line, column, fault));
    } else {
      more++;
    }
  }

  boolean any() {
    return !all.isEmpty();
  }

  /** One line a fault: {@code file:line:column: fault; remedy}. */
  List<String> messages() {
    all.sort(
        Comparator.comparingInt(Fault::file)
            .thenComparingInt(Fault::line)
            .thenComparingInt(Fault::column));
    List<String> messages = new ArrayList<>();
    for (Fault fault : all) {
      String place = names.get(fault.file) + ":" + fault.line + ":" + fault.column;
      messages.add(place + ": " + fault.text);
    }
    if (more > 0) {
      messages.add(names.get(0) + ": " + more + " more faults; mend the above first");
    }
    return messages;
  }

  /** The line of a node, from 1. */
  static int line(Node node) {
    return line(node.getStartMark());
  }

  private static int line(Optional<Mark> mark) {
    return mark.isPresent() ? mark.get().getLine() + 1 : 1;
  }

  /** {@code bauta.yaml:12}, where a rule without a name is. */
  static String place(Node node) {
    Optional<Mark> mark = node.getStartMark();
    return mark.isPresent() ? mark.get().getName() + ":" + line(node) : "a rule";
  }
}
