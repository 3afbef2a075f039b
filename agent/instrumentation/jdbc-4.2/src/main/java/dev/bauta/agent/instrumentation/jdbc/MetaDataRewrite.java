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

  private final boolean known;

  /**
   * @param known whether the class is known to have such methods
   */
  MetaDataRewrite(boolean known) {
    this.known = known;
  }

  @Override
  public void apply(ClassEditor editor) {
    int places = editor.filterReturn(MetaDataRewrite::returnsRows, Hook.SCHEMA);
    if (known) {
      editor.require("methods that return a ResultSet", places);
    }
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
