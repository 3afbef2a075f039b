package dev.bauta.agent.instrumentation.jdbc;

import dev.bauta.agent.api.ClassEditor;
import dev.bauta.agent.api.ClassHook;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;

/**
 * A prepared statement of a driver without a name in {@link Drivers}; what only hands calls on is
 * left alone. Where a wrapper is not told by its code it binds the raw value already, which its
 * driver takes as it is.
 */
final class UnknownSetters implements ClassHook.Rewrite {

  private static final SetterRewrite SETTERS = new SetterRewrite(null);

  @Override
  public void apply(ClassEditor editor) {
    ClassNode node = editor.node();
    if ((node.access & Opcodes.ACC_INTERFACE) == 0
        && !"java/lang/reflect/Proxy".equals(node.superName)
        && !Drivers.isOfNamed(node.name)
        && !UnknownGetters.handsOn(node, "setString", "java/sql/PreparedStatement")) {
      SETTERS.apply(editor);
    }
  }
}
