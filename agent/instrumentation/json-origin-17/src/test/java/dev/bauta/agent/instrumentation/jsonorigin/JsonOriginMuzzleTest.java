package dev.bauta.agent.instrumentation.jsonorigin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bauta.agent.api.ClassHook;
import dev.bauta.agent.testing.Libraries;
import dev.bauta.agent.testing.Rewriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.analysis.Analyzer;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.BasicVerifier;
import org.objectweb.asm.util.CheckClassAdapter;

/** The hook points are there in the published jars of every library. */
class JsonOriginMuzzleTest {

  private static final List<ClassHook> HOOKS =
      new JsonOriginInstrumentation()
          .hooks().stream().filter(hook -> hook.className() != null).toList();

  static List<Path> jars() {
    return Libraries.jars("");
  }

  static List<String> classes() {
    return HOOKS.stream().map(ClassHook::className).toList();
  }

  @ParameterizedTest
  @MethodSource("jars")
  void everyVersion_hasAHookPoint_andIsWellFormedAfterwards(Path jar) {
    List<byte[]> found = found(jar);
    assertThat(found).isNotEmpty();
    for (byte[] classFile : found) {
      Rewriter.Result result = new Rewriter(HOOKS).rewrite(classFile);
      assertThat(result.missing()).isEmpty();
      assertThat(faults(result.classFile())).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("classes")
  void everyHookPoint_isInSomeVersion(String className) {
    assertThat(jars())
        .as(className)
        .anySatisfy(
            jar -> {
              byte[] classFile = Libraries.classFile(jar, className);
              assertThat(classFile).isNotNull();
              assertThat(new Rewriter(HOOKS).rewrite(classFile).edits()).isPositive();
            });
  }

  @Test
  void withoutRules_nothingOfThisIsNeeded() {
    assertThat(new JsonOriginInstrumentation().hooks()).allMatch(ClassHook::ofOrigins);
  }

  /** What the code of its methods has wrong; looks at types without loading any. */
  private static String faults(byte[] classFile) {
    ClassNode node = new ClassNode();
    new ClassReader(classFile).accept(new CheckClassAdapter(node, false), 0);
    StringWriter faults = new StringWriter();
    for (MethodNode method : node.methods) {
      try {
        new Analyzer<>(new BasicVerifier()).analyze(node.name, method);
      } catch (AnalyzerException wrong) {
        faults.append(method.name).append(": ").append(wrong.getMessage());
      }
    }
    return faults.toString();
  }

  private static List<byte[]> found(Path jar) {
    List<byte[]> found = new ArrayList<>();
    for (ClassHook hook : HOOKS) {
      byte[] classFile = Libraries.classFile(jar, hook.className());
      if (classFile != null) {
        found.add(classFile);
      }
    }
    return found;
  }
}
