package dev.bauta.agent.instrumentation.jdbc;

import dev.bauta.agent.api.ClassEditor;
import dev.bauta.agent.api.ClassHook;
import org.objectweb.asm.Opcodes;

/**
 * A driver's {@code DatabaseMetaData}: its result sets are noted as schema, so that a rule such as
 * {@code *_name} cannot hide {@code TABLE_NAME} from a migration tool.
 */
final class MetaDataRewrite implements ClassHook.Rewrite {

  @Override
  public void apply(ClassEditor editor) {
    editor.require(
        "methods that return a ResultSet",
        editor.filterReturn(
            method ->
                (method.access & Opcodes.ACC_PUBLIC) != 0
                    && method.desc.endsWith(")Ljava/sql/ResultSet;"),
            Hook.SCHEMA));
  }
}
