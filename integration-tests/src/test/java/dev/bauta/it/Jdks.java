package dev.bauta.it;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The JDKs that the tests run on: every release from 17 on that is found in the {@code JAVA_HOME*}
 * variables, Maven's toolchains or the usual folders, one home each.
 */
final class Jdks {

  private static final int OLDEST = 17;
  private static final Pattern TOOLCHAIN_HOME = Pattern.compile("<jdkHome>([^<]+)</jdkHome>");
  private static final Pattern FEATURE = Pattern.compile("(\\d+).*");

  private static final List<Jdk> FOUND = find();

  private Jdks() {}

  /** All of them, oldest first; never empty, because the one that runs the tests is among them. */
  static List<Jdk> all() {
    return FOUND;
  }

  static Jdk oldest() {
    return FOUND.get(0);
  }

  static Jdk newest() {
    return FOUND.get(FOUND.size() - 1);
  }

  private static List<Jdk> find() {
    Map<Integer, Jdk> found = new TreeMap<>();
    for (Path home : homes()) {
      Jdk jdk = read(home);
      if (jdk != null) {
        found.putIfAbsent(jdk.feature(), jdk);
      }
    }
    List<Jdk> all = List.copyOf(found.values());
    all.forEach(
        jdk -> System.out.println("Tests use " + jdk + " " + jdk.version() + " in " + jdk.home()));
    return all;
  }

  private static Collection<Path> homes() {
    List<Path> homes = new ArrayList<>();
    homes.add(Path.of(System.getProperty("java.home")));
    System.getenv()
        .forEach(
            (name, value) -> {
              if (name.startsWith("JAVA_HOME") && !value.isBlank()) {
                homes.add(Path.of(value));
              }
            });
    Path user = Path.of(System.getProperty("user.home"));
    homes.addAll(toolchains(user.resolve(".m2/toolchains.xml")));
    for (Path folder :
        List.of(
            Path.of("/usr/lib/jvm"),
            Path.of("/opt"),
            Path.of("/opt/java"),
            Path.of("/Library/Java/JavaVirtualMachines"),
            user.resolve(".sdkman/candidates/java"),
            user.resolve(".jdks"))) {
      homes.addAll(children(folder));
    }
    return homes;
  }

  private static List<Path> toolchains(Path file) {
    List<Path> homes = new ArrayList<>();
    if (Files.isRegularFile(file)) {
      try {
        Matcher home = TOOLCHAIN_HOME.matcher(Files.readString(file));
        while (home.find()) {
          homes.add(Path.of(home.group(1).trim()));
        }
      } catch (IOException unreadable) {
        throw new UncheckedIOException(unreadable);
      }
    }
    return homes;
  }

  private static List<Path> children(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> children = Files.list(folder)) {
      return children
          .sorted()
          .flatMap(home -> Stream.of(home, home.resolve("Contents/Home")))
          .toList();
    } catch (IOException unreadable) {
      return List.of();
    }
  }

  /** The JDK in that folder, or null where there is none that counts. */
  private static Jdk read(Path home) {
    Path release = home.resolve("release");
    if (!Files.isRegularFile(release) || !Files.isExecutable(home.resolve("bin/java"))) {
      return null;
    }
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(release)) {
      properties.load(reader);
      String version = properties.getProperty("JAVA_VERSION", "").replace("\"", "");
      Matcher feature = FEATURE.matcher(version);
      if (!feature.matches() || Integer.parseInt(feature.group(1)) < OLDEST) {
        return null;
      }
      return new Jdk(Integer.parseInt(feature.group(1)), version, home.toRealPath());
    } catch (IOException unreadable) {
      return null;
    }
  }
}
