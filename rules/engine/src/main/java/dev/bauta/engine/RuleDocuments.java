package dev.bauta.engine;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * A rule file and all it includes, each once, those first that go before. Remembers every file that
 * was looked for, so that a change of any of them can be seen.
 */
final class RuleDocuments {

  private static final String PACK = "bauta:";

  private final Faults faults;
  private final Yaml yaml;
  private final List<RuleDocument> all = new ArrayList<>();
  private final List<String> open = new ArrayList<>();
  private final List<String> read = new ArrayList<>();
  private final Map<File, String> files = new LinkedHashMap<>();

  RuleDocuments(Yaml yaml) {
    this.faults = yaml.faults;
    this.yaml = yaml;
  }

  /** Reads the main file's text and what it includes. */
  List<RuleDocument> read(String file, String text) {
    faults.file(file);
    File path = new File(file);
    files.put(path, text);
    add(file, path.getParentFile(), identity(path), text);
    return all;
  }

  /** The files looked for, and what was in them; null for one that can't be read. */
  Map<File, String> files() {
    return files;
  }

  /** A file's text, noted as one the rules depend on; null, and a fault, where it can't be read. */
  String text(RuleDocument document, String path, Node where) {
    File file = document.resolve(path);
    String text = text(file);
    files.put(file, text);
    if (text == null) {
      faults.add(where, "cannot read '" + file + "'; check the path and its permissions");
    }
    return text;
  }

  static String text(File file) {
    try (InputStream in = new FileInputStream(file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      return null;
    }
  }

  private void add(String file, File folder, String identity, String text) {
    faults.file(file);
    read.add(identity);
    Node root = yaml.compose(file, text);
    if (root == null) {
      return;
    }
    Map<String, Node> sections = yaml.mapping(root, "the file", null);
    RuleDocument document =
        new RuleDocument(file, folder, file.startsWith(PACK), new LinkedHashMap<>(sections));
    all.add(document);
    Node include = document.sections().remove("include");
    if (include == null || Yaml.isNothing(include)) {
      return;
    }
    open.add(identity);
    include(document, include);
    open.remove(open.size() - 1);
  }

  private void include(RuleDocument from, Node node) {
    for (Node item : Yaml.items(node)) {
      String name = yaml.name(item, "an included file");
      if (name == null) {
        continue;
      }
      if (isPath(name)) {
        includeFile(from, name, item);
      } else {
        includePack(name, item);
      }
    }
  }

  private static boolean isPath(String name) {
    return name.endsWith(".yaml") || name.endsWith(".yml");
  }

  private void includePack(String name, Node where) {
    if (!Settings.PACKS.contains(name)) {
      faults.add(
          where,
          "unknown pack '"
              + name
              + "'"
              + Suggestion.of(name, Settings.PACKS)
              + "; a file's name ends in .yaml or .yml");
    } else if (!read.contains(PACK + name)) {
      add(PACK + name, null, PACK + name, pack(name));
    }
  }

  private static String pack(String name) {
    try (InputStream in = RuleDocuments.class.getResourceAsStream("packs/" + name + ".yaml")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new IllegalStateException("the built-in pack " + name + " can't be read", unreadable);
    }
  }

  private void includeFile(RuleDocument from, String path, Node where) {
    File file = from.resolve(path);
    String identity = identity(file);
    if (open.contains(identity)) {
      faults.add(where, "'" + path + "' includes itself" + chain() + "; break the circle");
    } else if (!read.contains(identity)) {
      String text = text(from, path, where);
      if (text != null) {
        add(file.getPath(), file.getParentFile(), identity, text);
      }
    }
  }

  private String chain() {
    return open.size() < 2 ? "" : ", through " + new File(open.get(open.size() - 1)).getName();
  }

  private static String identity(File file) {
    try {
      return file.getCanonicalPath();
    } catch (IOException unknown) {
      return file.getAbsolutePath();
    }
  }
}
