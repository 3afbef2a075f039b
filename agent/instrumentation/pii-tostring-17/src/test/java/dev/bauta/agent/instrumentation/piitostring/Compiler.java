package dev.bauta.agent.instrumentation.piitostring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.ToolProvider;

/** Compiles a source file in a way of its own. */
final class Compiler {

  private Compiler() {}

  /** Returns the folder, with the classes in it. */
  static Path compile(Path folder, Path source, String... options) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    List<String> arguments = new ArrayList<>(List.of(options));
    arguments.addAll(List.of("-proc:none", "-nowarn", "-d", folder.toString()));
    arguments.addAll(List.of("-cp", System.getProperty("java.class.path"), source.toString()));
    int code =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, arguments.toArray(new String[0]));
    if (code != 0) {
      throw new IllegalStateException(source + " does not compile");
    }
    return folder;
  }
}
