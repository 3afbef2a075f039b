package dev.bauta.agent.instrumentation.springsecurity;

import dev.bauta.agent.api.ClassEditor;
import dev.bauta.agent.api.ClassHook;
import dev.bauta.agent.api.CodeFilter;
import dev.bauta.agent.api.Instrumentation;
import dev.bauta.agent.api.Links;
import dev.bauta.agent.api.Masking;
import dev.bauta.agent.api.Sink;
import dev.bauta.agent.api.Viewers;
import java.util.List;
import java.util.function.UnaryOperator;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * The principal of Spring Security's context, from the moment it is set on a thread until it is
 * cleared there; a method that runs as somebody else sets another. The context is asked when a live
 * grant needs the answer.
 */
public final class SecurityInstrumentation implements Instrumentation, ClassHook.Rewrite {

  private static final String SET = "springsecurity.set";
  private static final String PACKAGE = "org/springframework/security/core/context/";
  private static final String UNARY = "java/util/function/UnaryOperator";

  @Override
  public String name() {
    return "spring-security-6.0";
  }

  /** None: this one masks nothing. */
  @Override
  public Sink sink() {
    return null;
  }

  @Override
  public boolean isForViewers() {
    return true;
  }

  @Override
  public List<ClassHook> hooks() {
    CodeFilter code = CodeFilter.methods("setContext", "setDeferredContext", "clearContext");
    return List.of(
        ClassHook.named(PACKAGE + "ThreadLocalSecurityContextHolderStrategy", this)
            .readingOnly(code),
        ClassHook.named(PACKAGE + "InheritableThreadLocalSecurityContextHolderStrategy", this)
            .readingOnly(code));
  }

  @Override
  public void link(Links links, Masking masking, Viewers viewers) {
    links.filter(SET, new Take(viewers, masking), UnaryOperator.identity());
  }

  @Override
  public void apply(ClassEditor editor) {
    editor.require("setContext", editor.filterArgument(ClassEditor.method("setContext"), 0, SET));
    editor.require(
        "setDeferredContext",
        editor.filterArgument(ClassEditor.method("setDeferredContext"), 0, SET));
    editor.require("clearContext", clear(editor));
  }

  private static int clear(ClassEditor editor) {
    int places = 0;
    for (MethodNode method : editor.node().methods) {
      if (method.name.equals("clearContext")) {
        InsnList code = editor.pushHook(SET, UNARY);
        code.add(new InsnNode(Opcodes.ACONST_NULL));
        code.add(
            new MethodInsnNode(
                Opcodes.INVOKEINTERFACE,
                UNARY,
                "apply",
                "(Ljava/lang/Object;)Ljava/lang/Object;",
                true));
        code.add(new InsnNode(Opcodes.POP));
        method.instructions.insert(code);
        places++;
      }
    }
    return editor.edited(places);
  }

  /** Takes a context, or what gives one, or null where it is cleared. */
  private record Take(Viewers viewers, Masking masking) implements UnaryOperator<Object> {
    @Override
    public Object apply(Object context) {
      viewers.context(context == null ? null : new ContextPrincipal(context, masking));
      return context;
    }
  }
}
