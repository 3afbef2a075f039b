package dev.bauta.engine;

import java.io.File;
import java.util.Map;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * One file of rules, taken apart into its sections.
 *
 * @param file as messages name it
 * @param folder what paths in it are relative to; null for the working directory
 * @param pack whether it is a built-in pack
 */
record RuleDocument(String file, File folder, boolean pack, Map<String, Node> sections) {

  /** A path in this file, as the file system knows it. */
  File resolve(String path) {
    File file = new File(path);
    return file.isAbsolute() || folder == null ? file : new File(folder, path);
  }
}
