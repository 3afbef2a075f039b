package dev.bauta.agent.instrumentation.log4j2;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bauta.agent.api.ClassHook;
import dev.bauta.agent.testing.Libraries;
import dev.bauta.agent.testing.Rewriter;
import dev.bauta.agent.testing.RewritingLoader;
import dev.bauta.agent.testing.TestAgent;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class Log4j2MuzzleTest {

  private static final String VERSIONS = "dev.bauta.agent.instrumentation.log4j2.Log4jVersion#all";
  private static final List<ClassHook> HOOKS = new Log4j2Instrumentation().hooks();

  // 2.25 renders throwables by other classes than those before.
  private static final Set<String> BEFORE_25 = Set.of(HookedClasses.THROWABLE_CONVERTER);
  private static final Set<String> SINCE_25 =
      Set.of(HookedClasses.THROWABLE_PROPERTIES, HookedClasses.STACK_TRACE);

  @ParameterizedTest
  @MethodSource(VERSIONS)
  void everyVersion_hasEveryHookPoint(Log4jVersion version) {
    Rewriter rewriter = new Rewriter(HOOKS);
    Set<String> absent = new HashSet<>();
    for (ClassHook hook : HOOKS) {
      byte[] classFile = classFile(version, hook.className());
      if (classFile == null) {
        absent.add(hook.className());
        continue;
      }
      Rewriter.Result result = rewriter.rewrite(classFile);
      assertThat(result.missing()).as(hook.className()).isEmpty();
      boolean others =
          result.edits() == 0 && BEFORE_25.contains(hook.className()) && isNew(version);
      assertThat(others || result.edits() > 0).as(hook.className()).isTrue();
    }
    boolean noTemplate = version.version().equals("2.13.0");
    absent.removeIf(name -> noTemplate && name.contains("/layout/template/"));
    assertThat(absent).isEqualTo(isNew(version) ? Set.of() : SINCE_25);
  }

  @ParameterizedTest
  @MethodSource(VERSIONS)
  void everyRewrittenClass_verifies(Log4jVersion version) throws Exception {
    TestAgent agent = TestAgent.of(new Log4j2Instrumentation());
    RewritingLoader loader = agent.load(version.classPath());
    for (ClassHook hook : HOOKS) {
      if (classFile(version, hook.className()) != null) {
        Class.forName(hook.className().replace('/', '.'), true, loader);
      }
    }
    assertThat(loader.rewritten()).hasSizeGreaterThan(15);
  }

  private static boolean isNew(Log4jVersion version) {
    return Integer.parseInt(version.version().split("\\.")[1]) >= 25;
  }

  private static byte[] classFile(Log4jVersion version, String name) {
    for (Path jar : version.classPath()) {
      if (jar.toString().endsWith(".jar")) {
        byte[] classFile = Libraries.classFile(jar, name);
        if (classFile != null) {
          return classFile;
        }
      }
    }
    return null;
  }
}
