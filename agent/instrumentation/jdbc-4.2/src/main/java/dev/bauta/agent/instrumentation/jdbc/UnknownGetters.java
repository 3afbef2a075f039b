package dev.bauta.agent.instrumentation.jdbc;

import dev.bauta.agent.api.ClassEditor;
import dev.bauta.agent.api.ClassHook;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * A result set or callable statement of a driver without a name in {@link Drivers}. What only hands
 * calls on to another one (a pool's wrapper, a proxy) is left alone: the inner one masks. Should a
 * wrapper not be told by its code, nothing is masked twice, because the outermost getter alone
 * masks.
 */
final class UnknownGetters implements ClassHook.Rewrite {

  private static final ResultSetRewrite GETTERS = new ResultSetRewrite(Set.of());

  private final String type;

  /**
   * @param type the internal name of the interface
   */
  UnknownGetters(String type) {
    this.type = type;
  }

  @Override
  public void apply(ClassEditor editor) {
    ClassNode node = editor.node();
    boolean made = (node.access & Opcodes.ACC_INTERFACE) == 0;
    if (made
        && !"java/lang/reflect/Proxy".equals(node.superName)
        && !Drivers.isOfNamed(node.name)
        && !handsOn(node, "getString", type)) {
      GETTERS.apply(editor);
    }
  }

  /** Whether a class only calls the same method of another object of that interface. */
  static boolean handsOn(ClassNode node, String method, String type) {
    for (MethodNode one : node.methods) {
      if (one.name.equals(method)) {
        for (AbstractInsnNode instruction : one.instructions) {
          if (instruction instanceof MethodInsnNode call
              && call.name.equals(one.name)
              && call.desc.equals(one.desc)
              && call.owner.equals(type)) {
            return true;
          }
        }
      }
    }
    return false;
  }
}
