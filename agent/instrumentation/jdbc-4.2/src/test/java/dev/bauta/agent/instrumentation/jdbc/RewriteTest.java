package dev.bauta.agent.instrumentation.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bauta.agent.api.ClassHook;
import dev.bauta.agent.testing.Libraries;
import dev.bauta.agent.testing.Rewriter;
import dev.bauta.agent.testing.RewritingLoader;
import dev.bauta.agent.testing.TestAgent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/** Every published driver has the shape that the rewrites expect. */
class RewriteTest {

  /** Ways out for a person or a file, and values of the application's own statement: masked. */
  private static final Set<String> READ_MASKED =
      Set.of(
          "org/h2/jdbc/JdbcCallableStatement",
          "org/h2/server/pg/PgServer",
          "org/h2/server/pg/PgServerThread",
          "org/h2/server/web/WebApp",
          "org/h2/tools/CreateCluster",
          "org/h2/tools/CreateCluster$1",
          "org/h2/tools/Csv",
          "org/h2/tools/RunScript",
          "org/h2/tools/Shell",
          "org/postgresql/jdbc/PgCallableStatement");

  /** They read what the driver's DatabaseMetaData or another class gives, never a table's rows. */
  private static final Set<String> READ_NO_ROWS =
      Set.of(
          "org/h2/bnf/Bnf",
          "org/h2/bnf/context/DbColumn",
          "org/h2/bnf/context/DbContents",
          "org/h2/bnf/context/DbProcedure",
          "org/h2/bnf/context/DbTableOrView",
          "org/h2/command/dml/Help",
          "org/h2/tools/Recover$1",
          "org/h2/tools/TriggerAdapter");

  /** Their constructors, which run inside methods that are bracketed. */
  private static final Set<String> CONSTRUCTORS =
      Set.of(
          "org/h2/result/UpdatableRow",
          "org/h2/pagestore/db/LobStorageBackend$LobInputStream",
          "org/postgresql/jdbc/PgResultSet$PrimaryKey");

  private final TestAgent agent = TestAgent.of(new JdbcInstrumentation());

  static Stream<Path> drivers() {
    return DriverJars.all();
  }

  @ParameterizedTest
  @MethodSource("drivers")
  void resultSet_ofEveryVersion_hasAllGetters(Path jar) {
    String name = DriverJars.resultSet(jar);

    Rewriter.Result result = agent.rewriter().rewrite(Libraries.classFile(jar, name));

    assertThat(result.missing()).isEmpty();
    assertThat(result.edits()).isGreaterThan(2 * ResultSetRewrite.GETTERS.size());
  }

  @ParameterizedTest
  @MethodSource("drivers")
  void metaData_ofEveryVersion_returnsNotedResultSets(Path jar) {
    String name =
        DriverJars.isH2(jar)
            ? "org/h2/jdbc/JdbcDatabaseMetaData"
            : "org/postgresql/jdbc/PgDatabaseMetaData";

    Rewriter.Result result = agent.rewriter().rewrite(Libraries.classFile(jar, name));

    assertThat(result.missing()).isEmpty();
    assertThat(result.edits()).isGreaterThanOrEqualTo(15);
  }

  @ParameterizedTest
  @MethodSource("drivers")
  void everyHookedClass_passesTheVerifier(Path jar) throws Exception {
    try (RewritingLoader loader = agent.load(jar)) {
      List<String> loaded = new ArrayList<>();
      for (ClassHook hook : new JdbcInstrumentation().hooks()) {
        if (Libraries.classFile(jar, hook.className()) == null) {
          continue;
        }
        String name = hook.className().replace('/', '.');
        try {
          Class.forName(name, true, loader);
          loaded.add(name);
        } catch (NoClassDefFoundError optionalDependency) {
          assertThat(optionalDependency).hasMessageMatching("org/(apache/lucene|osgi)/.*");
        }
      }
      assertThat(loaded).contains(DriverJars.resultSet(jar).replace('/', '.'));
      assertThat(loader.rewritten()).containsKey(DriverJars.resultSet(jar).replace('/', '.'));
    }
  }

  /** A new class of the driver that reads result sets shows up here, to be looked at. */
  @ParameterizedTest
  @MethodSource("drivers")
  void everyReaderInsideTheDriver_isKnown(Path jar) {
    Set<String> known = new TreeSet<>(READ_MASKED);
    known.addAll(READ_NO_ROWS);
    known.addAll(CONSTRUCTORS);
    known.add(DriverJars.resultSet(jar));
    for (Driver driver : Drivers.ALL) {
      known.addAll(driver.readers());
    }

    assertThat(readers(jar)).isSubsetOf(known);
  }

  @Test
  void getterNames_areThoseOfTheInterface() {
    Set<String> ofInterface = new TreeSet<>();
    for (var method : ResultSet.class.getMethods()) {
      boolean getter = method.getName().startsWith("get") && method.getParameterCount() > 0;
      if (getter && !Modifier.isStatic(method.getModifiers())) {
        ofInterface.add(method.getName());
      }
    }

    assertThat(ResultSetRewrite.GETTERS).containsExactlyInAnyOrderElementsOf(ofInterface);
  }

  @Test
  void unknownShape_isReportedByPoint() {
    ClassNode node = new ClassNode();
    new ClassReader(Libraries.classFile(DriverJars.NEWEST_H2, "org/h2/jdbc/JdbcResultSet"))
        .accept(node, 0);
    node.methods.removeIf(m -> m.name.equals("getClob") && m.desc.startsWith("(L"));
    node.methods.removeIf(m -> m.name.equals("updateRow"));
    var editor = new dev.bauta.agent.api.ClassEditor(node);

    new ResultSetRewrite(ResultSetClass.ALL).apply(editor);

    assertThat(editor.missing())
        .containsExactlyInAnyOrder(
            "org/h2/jdbc/JdbcResultSet: getClob(String)", "org/h2/jdbc/JdbcResultSet: updateRow");
  }

  private static Set<String> readers(Path jar) {
    Set<String> readers = new TreeSet<>();
    try (JarFile file = new JarFile(jar.toFile())) {
      for (var entry : Collections.list(file.entries())) {
        boolean classFile = entry.getName().endsWith(".class");
        if (!classFile || entry.getName().startsWith("META-INF/")) {
          continue;
        }
        ClassNode node = new ClassNode();
        new ClassReader(file.getInputStream(entry)).accept(node, ClassReader.SKIP_DEBUG);
        for (MethodNode method : node.methods) {
          if (ReaderRewrite.reads(method, ReaderRewrite.RESULT_SET)
              || ReaderRewrite.reads(method, DriverJars.resultSet(jar))) {
            readers.add(node.name);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return readers;
  }
}
