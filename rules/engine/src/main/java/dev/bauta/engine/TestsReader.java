package dev.bauta.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads the examples of all files and tries them. What is in them is made up, so it is shown. */
final class TestsReader {

  private static final List<String> PLACES = Settings.names(Settings.TEST_PLACES);
  private static final List<String> EXPECTED = Settings.names(Settings.EXPECTED);
  private static final List<String> KNOWN =
      Settings.names(Settings.TEST, Settings.TEST_PLACES, Settings.EXPECTED);

  /** An example as it stands in a file. */
  private record Entry(
      Node where,
      String text,
      String sink,
      String place,
      String name,
      Map<String, Node> settings) {}

  private final Yaml yaml;
  private final Fields fields;
  private final List<Entry> entries = new ArrayList<>();

  TestsReader(Yaml yaml, Fields fields) {
    this.yaml = yaml;
    this.fields = fields;
  }

  void read(List<RuleDocument> documents) {
    for (RuleDocument document : documents) {
      Node tests = document.sections().get("tests");
      // a pack's tests are of the pack alone: rules that go before it may well break them
      if (tests != null && !document.pack() && !Yaml.isNothing(tests)) {
        for (Node item : yaml.list(tests, "tests must be a list; start each test with '- '")) {
          readOne(item);
        }
      }
    }
  }

  private void readOne(Node item) {
    Map<String, Node> settings = yaml.mapping(item, "a test", KNOWN);
    Node textNode = settings.get("text");
    if (textNode == null) {
      yaml.faults.add(item, "a test needs a text; add text: \"...\"");
    }
    String text = textNode == null ? null : yaml.text(textNode, "text");
    String sink = settings.containsKey("sink") ? fields.sink(settings.get("sink")) : null;
    String place = only(item, settings, PLACES, "a test has one place");
    String name = place == null ? null : yaml.name(settings.get(place), place);
    String expected = only(item, settings, EXPECTED, "a test expects one thing");
    if (expected == null) {
      yaml.faults.add(item, "a test needs one of masked, finds, clean; say what must come out");
    }
    boolean named = place == null || name != null;
    if (text != null && expected != null && named) {
      entries.add(new Entry(item, text, sink, place, name, settings));
    }
  }

  private String only(Node item, Map<String, Node> settings, List<String> names, String rule) {
    String only = null;
    for (String name : names) {
      if (settings.containsKey(name) && only != null) {
        yaml.faults.add(
            settings.get(name), rule + ", not both " + only + " and " + name + "; make it two");
      } else if (settings.containsKey(name)) {
        only = name;
      }
    }
    return only;
  }

  /** Tries the examples; each that fails is a fault of its line. */
  void run(RuleSet rules) {
    for (Entry entry : entries) {
      try {
        run(entry, new Trial(entry.sink == null ? rules : rules.on(entry.sink)));
      } catch (IllegalArgumentException wrong) {
        yaml.faults.add(entry.settings.get(entry.place), wrong.getMessage());
      }
    }
  }

  private void run(Entry entry, Trial trial) {
    trial.run(entry.place, entry.name, entry.text);
    Map<String, Node> settings = entry.settings;
    if (settings.containsKey("masked")) {
      Node node = settings.get("masked");
      String expected = yaml.text(node, "masked");
      if (expected != null && !expected.equals(trial.masked())) {
        yaml.faults.add(
            node,
            "the test fails: masked is '" + trial.masked() + "'; correct the rules or the test");
      }
    } else if (settings.containsKey("finds")) {
      List<String> expected = yaml.texts(settings.get("finds"), "finds");
      if (!expected.equals(trial.types())) {
        fail(settings.get("finds"), trial);
      }
    } else if (!yaml.flag(settings, "clean", false)) {
      yaml.faults.add(settings.get("clean"), "clean must be true; use finds or masked otherwise");
    } else if (!trial.types().isEmpty()) {
      fail(settings.get("clean"), trial);
    }
  }

  private void fail(Node node, Trial trial) {
    yaml.faults.add(
        node, "the test fails: it finds " + trial.types() + "; correct the rules or the test");
  }
}
