package dev.bauta.agent.instrumentation.fastjson;

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
final class FastjsonMuzzleTest {

  private static final Rewriter REWRITER = new Rewriter(new FastjsonInstrumentation().hooks());

  static List<String> versions() {
    return Versions.all().toList();
  }

  @ParameterizedTest
  @MethodSource("versions")
  void everyHookPoint_isFound(String version) {
    Path jar = jar(version);
    for (String name :
        List.of(
            FastjsonInstrumentation.WRITER,
            FastjsonInstrumentation.MAP,
            FastjsonInstrumentation.CONFIG)) {
      rewritten(Libraries.classFile(jar, name), name);
    }
  }

  @ParameterizedTest
  @MethodSource("versions")
  void whatTheHooksReadByReflection_isThere(String version) {
    String serializers = "com/alibaba/fastjson/serializer/";
    assertThat(fields(node(version, serializers + "JavaBeanSerializer"))).contains("getters");
    assertThat(fields(node(version, serializers + "FieldSerializer"))).contains("fieldInfo");
    assertThat(fields(node(version, "com/alibaba/fastjson/util/FieldInfo")))
        .contains("name", "field", "method");
    assertThat(methods(node(version, serializers + "SerializeFilterable"))).contains("addFilter");
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
    return Libraries.jar("fastjson-" + version + ".jar");
  }
}
