package dev.bauta.agent.instrumentation.jdbc;

import dev.bauta.agent.api.ClassEditor;
import dev.bauta.agent.api.ClassHook;
import dev.bauta.agent.api.CodeFilter;
import java.util.HashSet;
import java.util.Set;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * A class of a driver that reads result sets for itself: its methods that do are marked, and see
 * raw values. Not its constructors: they only run inside methods that are marked.
 */
final class ReaderRewrite implements ClassHook.Rewrite {

  static final String RESULT_SET = "java/sql/ResultSet";

  private final Driver driver;

  ReaderRewrite(Driver driver) {
    this.driver = driver;
  }

  /** Who calls a getter of a result set. */
  CodeFilter code() {
    Set<String> resultSets = new HashSet<>(driver.resultSetNames());
    resultSets.add(RESULT_SET);
    return new CodeFilter(Set.of(), ResultSetRewrite.GETTERS, resultSets);
  }

  @Override
  public void apply(ClassEditor editor) {
    Brackets brackets = new Brackets(editor);
    for (MethodNode method : editor.node().methods) {
      if (!method.name.startsWith("<") && reads(method)) {
        brackets.inside(method);
      }
    }
  }

  private boolean reads(MethodNode method) {
    if (reads(method, RESULT_SET)) {
      return true;
    }
    for (String resultSet : driver.resultSetNames()) {
      if (reads(method, resultSet)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the method calls a getter of a column on a result set of this static type. */
  static boolean reads(MethodNode method, String resultSet) {
    for (AbstractInsnNode instruction : method.instructions) {
      if (instruction instanceof MethodInsnNode call
          && call.owner.equals(resultSet)
          && ResultSetRewrite.GETTERS.contains(call.name)) {
        return true;
      }
    }
    return false;
  }
}
