package dev.bauta.agent.instrumentation.fastjson2;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bauta.agent.testing.Libraries;
import dev.bauta.agent.testing.Rewriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.MethodNode;

/** Every hook point is there in every listed version. */
final class Fastjson2MuzzleTest {

  private static final Rewriter REWRITER = new Rewriter(new Fastjson2Instrumentation().hooks());

  static List<String> versions() {
    return Versions.all().toList();
  }

  @ParameterizedTest
  @MethodSource("versions")
  void everyHookPoint_isFound(String version) {
    Path jar = jar(version);
    List<String> always = new ArrayList<>(Fastjson2Instrumentation.MAPS);
    always.addAll(Fastjson2Instrumentation.CREATORS);
    always.addAll(
        List.of(
            "JSONWriter",
            "JSONWriterUTF8",
            "JSONWriterUTF16",
            "JSONWriterJSONB",
            "writer/ObjectWriterAdapter"));
    for (String name : always) {
      rewritten(Libraries.classFile(jar, Fastjson2Instrumentation.PACKAGE + name), name);
    }
    for (String name : Fastjson2Instrumentation.WRITERS) {
      byte[] classFile = Libraries.classFile(jar, Fastjson2Instrumentation.PACKAGE + name);
      if (classFile != null) {
        rewritten(classFile, name);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("versions")
  void whatTheHooksReadByReflection_isThere(String version) {
    ClassNode adapter = node(version, Fastjson2Instrumentation.ADAPTER);
    assertThat(fields(adapter)).contains("valueFilter");
    assertThat(methods(adapter)).contains("setValueFilter", "getFieldWriters");
    ClassNode field = node(version, Fastjson2Instrumentation.PACKAGE + "writer/FieldWriter");
    assertThat(fields(field)).contains("fieldName", "field", "method");
  }

  private static void rewritten(byte[] classFile, String name) {
    Rewriter.Result result = REWRITER.rewrite(classFile);
    assertThat(result.missing()).as(name).isEmpty();
    assertThat(result.edits()).as(name).isPositive();
  }

  private static ClassNode node(String version, String name) {
    ClassNode node = new ClassNode();
    new ClassReader(Libraries.classFile(jar(version), name)).accept(node, ClassReader.SKIP_CODE);
    return node;
  }

  private static List<String> fields(ClassNode node) {
    List<String> names = new ArrayList<>();
    for (FieldNode field : node.fields) {
      names.add(field.name);
    }
    return names;
  }

  private static List<String> methods(ClassNode node) {
    List<String> names = new ArrayList<>();
    for (MethodNode method : node.methods) {
      names.add(method.name);
    }
    return names;
  }

  private static Path jar(String version) {
    return Libraries.jar("fastjson2-" + version + ".jar");
  }
}
