package dev.bauta.agent.instrumentation.executors;

import dev.bauta.agent.api.ClassEditor;
import dev.bauta.agent.api.ClassHook;
import dev.bauta.agent.api.CodeFilter;
import dev.bauta.agent.api.Links;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * {@code ThreadPoolExecutor}: a task is put into the queue together with its viewer, and taken
 * apart as it leaves the queue, so that nothing but the queue ever holds the two. A worker looks
 * for its next task as nobody.
 */
final class PoolRewrite implements ClassHook.Rewrite {

  private static final String POOL = "java/util/concurrent/ThreadPoolExecutor";
  private static final String TASK = "(Ljava/lang/Runnable;)V";
  private static final Type RUNNABLE = Type.getType(Runnable.class);

  private static final String GIVE = "executors.pool.give";
  private static final String SEEK = "executors.pool.seek";
  private static final String BARE = "executors.pool.bare";
  private static final String ALL_BARE = "executors.pool.allBare";
  private static final String BEGIN = "executors.pool.begin";

  /** Queues that do not look at their elements; others may cast or compare them. */
  private static final Set<Class<?>> INDIFFERENT =
      Set.of(
          LinkedBlockingQueue.class,
          ArrayBlockingQueue.class,
          SynchronousQueue.class,
          LinkedBlockingDeque.class,
          LinkedTransferQueue.class);

  static ClassHook hook() {
    return ClassHook.named(POOL, new PoolRewrite())
        .readingOnly(
            CodeFilter.methods(
                "execute",
                "remove",
                "reject",
                "drainQueue",
                "runWorker",
                "getTask",
                "processWorkerExit"));
  }

  static void link(Links links, Hand hand) {
    links.filter(GIVE, new Give(hand), UnaryOperator.identity());
    links.filter(SEEK, new Seek(), UnaryOperator.identity());
    links.filter(BARE, PoolRewrite::bare, UnaryOperator.identity());
    links.filter(ALL_BARE, PoolRewrite::allBare, UnaryOperator.identity());
    links.unguarded(BEGIN, new Begin(hand));
  }

  @Override
  public void apply(ClassEditor editor) {
    editor.require(
        "execute",
        editor.filterArgument(ClassEditor.method("execute", TASK), 0, GIVE, PoolRewrite::queue));
    editor.require(
        "remove",
        editor.filterArgument(
            ClassEditor.method("remove", "(Ljava/lang/Runnable;)Z"), 0, SEEK, PoolRewrite::queue));
    editor.require("reject", editor.filterArgument(ClassEditor.method("reject", TASK), 0, BARE));
    editor.require("drainQueue", editor.filterReturn(ClassEditor.method("drainQueue"), ALL_BARE));
    editor.require("firstTask", begin(editor));
    editor.require(
        "getTask",
        editor.filterCallResult(
            ClassEditor.method("runWorker"), call -> call.name.equals("getTask"), BEGIN));
    editor.require("getTask()", empty(editor, "getTask"));
    editor.require("processWorkerExit", empty(editor, "processWorkerExit"));
  }

  private static int begin(ClassEditor editor) {
    int places = 0;
    for (MethodNode method : editor.node().methods) {
      if (!method.name.equals("runWorker")) {
        continue;
      }
      for (AbstractInsnNode instruction : method.instructions.toArray()) {
        if (instruction.getOpcode() == Opcodes.GETFIELD
            && ((FieldInsnNode) instruction).name.equals("firstTask")) {
          method.instructions.insert(instruction, editor.filter(BEGIN, RUNNABLE));
          places++;
        }
      }
    }
    return editor.edited(places);
  }

  /** Leaves nobody in the place of the thread when the method begins. */
  private static int empty(ClassEditor editor, String name) {
    int places = 0;
    for (MethodNode method : editor.node().methods) {
      if (method.name.equals(name)) {
        String supplier = "java/util/function/Supplier";
        InsnList code = editor.pushHook(ExecutorsInstrumentation.PLACE, supplier);
        code.add(
            new MethodInsnNode(
                Opcodes.INVOKEINTERFACE, supplier, "get", "()Ljava/lang/Object;", true));
        code.add(new TypeInsnNode(Opcodes.CHECKCAST, "[Ljava/lang/Object;"));
        code.add(new InsnNode(Opcodes.ICONST_0));
        code.add(new InsnNode(Opcodes.ACONST_NULL));
        code.add(new InsnNode(Opcodes.AASTORE));
        method.instructions.insert(code);
        places++;
      }
    }
    return editor.edited(places);
  }

  private static InsnList queue() {
    InsnList code = new InsnList();
    code.add(new VarInsnNode(Opcodes.ALOAD, 0));
    code.add(
        new FieldInsnNode(
            Opcodes.GETFIELD, POOL, "workQueue", "Ljava/util/concurrent/BlockingQueue;"));
    return code;
  }

  private static Object bare(Object task) {
    return task instanceof CarriedTask carried ? carried.task() : task;
  }

  @SuppressWarnings("unchecked")
  private static Object allBare(Object tasks) {
    ((List<Object>) tasks).replaceAll(PoolRewrite::bare);
    return tasks;
  }

  /** Takes (queue, task). */
  private record Give(Hand hand) implements BiFunction<Object, Object, Object> {
    @Override
    public Object apply(Object queue, Object task) {
      if (hand.isEmpty()
          || task == null
          || task instanceof CarriedTask
          || task instanceof FutureTask // carries what it calls
          || task instanceof CompletableFuture.AsynchronousCompletionTask // so does a stage
          || !INDIFFERENT.contains(queue.getClass())) {
        return task;
      }
      Object viewer = hand.take();
      return viewer == null ? task : new CarriedTask(hand, viewer, (Runnable) task);
    }
  }

  /** Takes (queue, task). */
  private record Seek() implements BiFunction<Object, Object, Object> {
    @Override
    public Object apply(Object queue, Object task) {
      return task == null
              || task instanceof CarriedTask
              || task instanceof FutureTask
              || !INDIFFERENT.contains(queue.getClass())
          ? task
          : new SoughtTask((Runnable) task);
    }
  }

  /** A worker takes up a task: its viewer is in the place, whoever was there before. */
  private record Begin(Hand hand) implements UnaryOperator<Object> {
    @Override
    public Object apply(Object task) {
      CarriedTask carried = task instanceof CarriedTask it ? it : null;
      hand.begin(carried == null ? null : carried.viewer());
      return carried == null ? task : carried.task();
    }
  }
}
