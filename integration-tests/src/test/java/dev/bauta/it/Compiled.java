package dev.bauta.it;

import java.io.File;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Compiles a class that must not stand on the tests' own class path. */
final class Compiled {

  private Compiled() {}

  /** Compiles one class below the folder, and returns the folder. */
  static Path into(Path folder, String name, String source) {
    return into(folder, List.of(), name, source);
  }

  /** As {@link #into(Path, String, String)}, against these libraries. */
  static Path into(Path folder, List<Path> classPath, String name, String source) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    URI uri = URI.create("string:///" + name.replace('.', '/') + ".java");
    JavaFileObject file =
        new SimpleJavaFileObject(uri, JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return source;
          }
        };
    List<String> options =
        new ArrayList<>(List.of("--release", "17", "-parameters", "-d", folder.toString()));
    if (!classPath.isEmpty()) {
      String paths =
          classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
      options.addAll(List.of("-classpath", paths));
    }
    if (!compiler.getTask(null, null, null, options, null, List.of(file)).call()) {
      throw new IllegalStateException(name + " does not compile");
    }
    return folder;
  }
}
