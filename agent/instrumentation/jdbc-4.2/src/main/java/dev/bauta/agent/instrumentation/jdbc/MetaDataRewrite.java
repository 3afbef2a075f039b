package dev.bauta.agent.instrumentation.jdbc;

import dev.bauta.agent.api.ClassEditor;
import dev.bauta.agent.api.ClassHook;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.MethodNode;

/**
 * A driver's {@code DatabaseMetaData}: its result sets are noted as schema, so that a rule such as
 * {@code *_name} cannot hide {@code TABLE_NAME} from a migration tool; and what it reads to make
 * them is raw, also in constructors of its helpers.
 */
final class MetaDataRewrite implements ClassHook.Rewrite {

  @Override
  public void apply(ClassEditor editor) {
    editor.require(
        "methods that return a ResultSet",
        editor.filterReturn(MetaDataRewrite::returnsRows, Hook.SCHEMA));
    Brackets brackets = new Brackets(editor);
    for (MethodNode method : editor.node().methods) {
      if (returnsRows(method) && method.instructions.size() > 0) {
        brackets.inside(method);
      }
    }
  }

  private static boolean returnsRows(MethodNode method) {
    return (method.access & Opcodes.ACC_PUBLIC) != 0
        && method.desc.endsWith(")Ljava/sql/ResultSet;");
  }
}
