package dev.bauta.agent.instrumentation.slf4jmdc;

import dev.bauta.agent.api.ClassEditor;
import dev.bauta.agent.api.ClassHook;
import dev.bauta.agent.api.CodeFilter;
import dev.bauta.agent.api.Instrumentation;
import dev.bauta.agent.api.Links;
import dev.bauta.agent.api.Masking;
import dev.bauta.agent.api.Sink;
import dev.bauta.agent.api.Viewers;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * The principal that an application puts into SLF4J's MDC, where the configuration names the key.
 * What goes in and out is watched; the MDC itself is never asked, because it may be inherited by
 * threads that nobody put anything into.
 */
public final class MdcInstrumentation implements Instrumentation, ClassHook.Rewrite {

  private static final String PUT = "mdc.put";
  private static final String REMOVE = "mdc.remove";
  private static final String REPLACE = "mdc.replace";
  private static final String UNARY = "java/util/function/UnaryOperator";

  @Override
  public String name() {
    return "slf4j-mdc-1.7";
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
    return List.of(
        ClassHook.named("org/slf4j/MDC", this)
            .readingOnly(CodeFilter.methods("put", "remove", "clear", "setContextMap")));
  }

  @Override
  public void link(Links links, Masking masking, Viewers viewers) {
    String key = viewers.sources().contextKey();
    links.filter(PUT, new Put(viewers, key), UnaryOperator.identity());
    links.filter(REMOVE, new Remove(viewers, key), UnaryOperator.identity());
    links.filter(REPLACE, new Replace(viewers, key), UnaryOperator.identity());
  }

  @Override
  public void apply(ClassEditor editor) {
    editor.require(
        "put",
        editor.filterArgument(
            ClassEditor.method("put", "(Ljava/lang/String;Ljava/lang/String;)V"),
            1,
            PUT,
            MdcInstrumentation::key));
    editor.require(
        "remove",
        editor.filterArgument(ClassEditor.method("remove", "(Ljava/lang/String;)V"), 0, REMOVE));
    editor.require(
        "setContextMap", editor.filterArgument(ClassEditor.method("setContextMap"), 0, REPLACE));
    editor.require("clear", clear(editor));
  }

  private static InsnList key() {
    InsnList code = new InsnList();
    code.add(new VarInsnNode(Opcodes.ALOAD, 0));
    return code;
  }

  private static int clear(ClassEditor editor) {
    int places = 0;
    for (MethodNode method : editor.node().methods) {
      if (method.name.equals("clear") && method.desc.equals("()V")) {
        InsnList code = editor.pushHook(REPLACE, UNARY);
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

  /** Takes (key, value). */
  private record Put(Viewers viewers, String key) implements BiFunction<Object, Object, Object> {
    @Override
    public Object apply(Object put, Object value) {
      if (key != null && key.equals(put)) {
        viewers.named(name(value));
      }
      return value;
    }
  }

  private record Remove(Viewers viewers, String key) implements UnaryOperator<Object> {
    @Override
    public Object apply(Object removed) {
      if (key != null && key.equals(removed)) {
        viewers.named(null);
      }
      return removed;
    }
  }

  /** Takes the map that takes the context's place, or null for none. */
  private record Replace(Viewers viewers, String key) implements UnaryOperator<Object> {
    @Override
    public Object apply(Object map) {
      if (key != null) {
        viewers.named(map == null ? null : name(((Map<?, ?>) map).get(key)));
      }
      return map;
    }
  }

  private static String name(Object value) {
    return value instanceof String name && !name.isEmpty() ? name : null;
  }
}
