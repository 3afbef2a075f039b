package dev.bauta.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bauta.demo.Child;
import dev.bauta.demo.Http;
import dev.bauta.it.PeopleTexts.Said;
import dev.bauta.it.probe.FelixProbe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Applications whose classes come out of jars in jars, bundles and modules. */
class ClassLoadersIT {

  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final String READY = "ready: ";
  private static final String PROTECTED = "requireProtected=true";
  private static final String MAIN = "com.example.people.Main";

  static List<Jdk> jdks() {
    return Jdks.all();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void executableJarOfSpringBoot_isMasked(Jdk jdk) {
    PeopleTexts.assertMasked(springBoot(new ForkedJvm(jdk).verifyAll().agent(PROTECTED)));
  }

  @Test
  void executableJarOfSpringBoot_withoutTheAgent_shows() {
    PeopleTexts.assertRaw(springBoot(new ForkedJvm(Jdks.oldest())));
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void bundleInFelix_isMasked(Jdk jdk) throws IOException {
    PeopleTexts.assertMasked(felix(new ForkedJvm(jdk).verifyAll().agent(PROTECTED)));
  }

  @Test
  void bundleInFelix_withoutTheAgent_shows() throws IOException {
    PeopleTexts.assertRaw(felix(new ForkedJvm(Jdks.oldest())));
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void modulesOfJBoss_areMasked(Jdk jdk) throws IOException {
    PeopleTexts.assertMasked(jbossModules(new ForkedJvm(jdk).verifyAll().agent(PROTECTED)));
  }

  @Test
  void modulesOfJBoss_withoutTheAgent_show() throws IOException {
    PeopleTexts.assertRaw(jbossModules(new ForkedJvm(Jdks.oldest())));
  }

  private static Said springBoot(ForkedJvm jvm) {
    List<String> command =
        jvm.classPath(Layout.app("spring-boot", "people.jar"))
            .command("org.springframework.boot.loader.launch.JarLauncher");
    Path folder = Layout.scratch("spring boot");
    try (Child child = Child.start("Spring Boot", command, folder, Map.of())) {
      String url =
          child.await(0, line -> line.startsWith(READY), PATIENCE).substring(READY.length());
      String answer =
          Http.nobody(url).post("/people", PeopleTexts.texts()).expect(200, "people").body();
      child.await(0, line -> line.startsWith("row: "), PATIENCE);
      return new Said(String.join("\n", child.since(0)), answer);
    }
  }

  /** One bundle with its libraries inside, which imports what it needs when it needs it. */
  private static Said felix(ForkedJvm jvm) throws IOException {
    Path folder = Layout.scratch("felix");
    List<Path> jars = exploded(folder.resolve("war"));
    Manifest manifest = new Manifest();
    Attributes main = manifest.getMainAttributes();
    main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    main.putValue("Bundle-ManifestVersion", "2");
    main.putValue("Bundle-SymbolicName", "com.example.people");
    main.putValue("DynamicImport-Package", "*");
    main.putValue(
        "Bundle-ClassPath",
        jars.stream().map(jar -> jar.getFileName().toString()).collect(Collectors.joining(",")));
    Path bundle = folder.resolve("people-bundle.jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(bundle), manifest)) {
      for (Path jar : jars) {
        out.putNextEntry(new JarEntry(jar.getFileName().toString()));
        Files.copy(jar, out);
      }
    }
    return talk(
        jvm.classPath(ProbesJar.in(folder))
            .classPath(Layout.library("felix"))
            .command(FelixProbe.class, bundle, MAIN),
        folder);
  }

  /** A module for each library, as an application server has them. */
  private static Said jbossModules(ForkedJvm jvm) throws IOException {
    Path folder = Layout.scratch("jboss modules");
    List<Path> jars = exploded(folder.resolve("war"));
    List<String> names = new ArrayList<>();
    for (Path jar : jars) {
      String name = jar.getFileName().toString().replaceFirst("-\\d.*", "").replace('-', '.');
      names.add(name);
      String all =
          jars.stream()
              .map(other -> other.getFileName().toString().replaceFirst("-\\d.*", ""))
              .map(other -> other.replace('-', '.'))
              .filter(other -> !other.equals(name))
              .map(other -> "<module name='" + other + "' services='import'/>")
              .collect(Collectors.joining());
      Path module = Files.createDirectories(folder.resolve("modules/" + name.replace('.', '/')));
      Path version = Files.createDirectories(module.resolve("main"));
      Files.copy(jar, version.resolve(jar.getFileName()));
      Files.writeString(
          version.resolve("module.xml"),
          "<module xmlns='urn:jboss:module:1.9' name='"
              + name
              + "'>"
              + (name.equals("bauta.app.people") ? "<main-class name='" + MAIN + "'/>" : "")
              + "<resources><resource-root path='"
              + jar.getFileName()
              + "'/></resources><dependencies>"
              + "<module name='java.se'/><module name='jdk.unsupported'/>"
              + all
              + "</dependencies></module>");
    }
    assertThat(names).contains("bauta.app.people", "logback.classic", "h2");
    return talk(
        jvm.classPath(Layout.library("jboss-modules"))
            .command(
                "org.jboss.modules.Main", "-mp", folder.resolve("modules"), "bauta.app.people"),
        folder);
  }

  /** The libraries of the web application, with its configuration of Logback. */
  private static List<Path> exploded(Path folder) throws IOException {
    WebArchive.explode(folder);
    try (var jars = Files.newDirectoryStream(folder.resolve("WEB-INF/lib"), "*.jar")) {
      List<Path> all = new ArrayList<>();
      jars.forEach(all::add);
      return all;
    }
  }

  private static Said talk(List<String> command, Path folder) throws IOException {
    try (Child child = Child.start("people", command, folder, Map.of())) {
      child.say(new ObjectMapper().writeValueAsString(PeopleTexts.texts()));
      String answer = child.await(0, line -> line.startsWith("answer: "), PATIENCE);
      child.await(0, line -> line.equals("done"), PATIENCE);
      return new Said(String.join("\n", child.since(0)).replace(answer, ""), answer);
    }
  }
}
