package dev.bauta.agent.instrumentation.executors;

import dev.bauta.agent.api.ClassEditor;
import dev.bauta.agent.api.ClassHook;
import dev.bauta.agent.api.CodeFilter;
import dev.bauta.agent.api.Links;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * {@code CompletableFuture}: the code of a stage belongs to whoever asked for the stage, not to
 * whoever completes the one before. Completing a future starts the stages behind it as nobody.
 */
final class StageRewrite implements ClassHook.Rewrite {

  private static final String HOOK = "executors.stage.";
  private static final String POST_COMPLETE = "postComplete";
  private static final String COMPLETE_ASYNC = "completeAsync";

  /** Each kind of stage is made in one method, and its last parameter is the code. */
  private static final String[] STAGES = {
    "uniApplyStage",
    "uniAcceptStage",
    "uniRunStage",
    "uniWhenCompleteStage",
    "uniHandleStage",
    "uniExceptionallyStage",
    "uniComposeExceptionallyStage",
    "uniComposeStage",
    "biApplyStage",
    "biAcceptStage",
    "biRunStage",
    "orApplyStage",
    "orAcceptStage",
    "orRunStage",
    "asyncSupplyStage",
    "asyncRunStage"
  };

  static ClassHook hook() {
    String[] methods = new String[STAGES.length + 2];
    System.arraycopy(STAGES, 0, methods, 0, STAGES.length);
    methods[STAGES.length] = POST_COMPLETE;
    methods[STAGES.length + 1] = COMPLETE_ASYNC;
    return ClassHook.named("java/util/concurrent/CompletableFuture", new StageRewrite())
        .readingOnly(CodeFilter.methods(methods));
  }

  static void link(Links links, Hand hand) {
    for (Class<?> type :
        new Class<?>[] {
          Runnable.class,
          Supplier.class,
          Function.class,
          BiFunction.class,
          Consumer.class,
          BiConsumer.class
        }) {
      links.filter(
          HOOK + Type.getInternalName(type), new Give(hand, type), UnaryOperator.identity());
    }
  }

  @Override
  public void apply(ClassEditor editor) {
    for (String stage : STAGES) {
      editor.require(stage, give(editor, stage, -1));
    }
    editor.require(COMPLETE_ASYNC, give(editor, COMPLETE_ASYNC, 0));
    editor.require(
        POST_COMPLETE,
        editor.bracket(
            ClassEditor.method(POST_COMPLETE, "()V"),
            ExecutorsInstrumentation.PLACE,
            method -> nobody()));
  }

  /**
   * @param at which parameter is the code; -1 for the last
   */
  private static int give(ClassEditor editor, String name, int at) {
    for (MethodNode method : editor.node().methods) {
      Type[] types = Type.getArgumentTypes(method.desc);
      if (method.name.equals(name)
          && types.length > 1 // the others call the one with an executor
          && (method.access & Opcodes.ACC_BRIDGE) == 0) {
        int index = at < 0 ? types.length - 1 : at;
        return editor.filterArgument(
            ClassEditor.method(name, method.desc), index, HOOK + types[index].getInternalName());
      }
    }
    return 0;
  }

  private static InsnList nobody() {
    InsnList code = new InsnList();
    code.add(new InsnNode(Opcodes.ACONST_NULL));
    return code;
  }

  /** An object may be of several of these types: the one it is taken as counts. */
  private record Give(Hand hand, Class<?> type) implements UnaryOperator<Object> {
    @Override
    public Object apply(Object code) {
      if (code == null || hand.isEmpty()) {
        return code;
      }
      Object viewer = hand.take();
      return viewer == null ? code : carried(viewer, code);
    }

    @SuppressWarnings("unchecked")
    private Object carried(Object viewer, Object code) {
      if (type == Function.class) {
        return new CarriedCode.OfFunction(hand, viewer, (Function<Object, Object>) code);
      }
      if (type == Supplier.class) {
        return new CarriedCode.OfSupplier(hand, viewer, (Supplier<Object>) code);
      }
      if (type == Runnable.class) {
        return new CarriedTask(hand, viewer, (Runnable) code);
      }
      if (type == Consumer.class) {
        return new CarriedCode.OfConsumer(hand, viewer, (Consumer<Object>) code);
      }
      if (type == BiFunction.class) {
        return new CarriedCode.OfBiFunction(
            hand, viewer, (BiFunction<Object, Object, Object>) code);
      }
      return new CarriedCode.OfBiConsumer(hand, viewer, (BiConsumer<Object, Object>) code);
    }
  }
}
