package dev.bauta.agent.instrumentation.executors;

import dev.bauta.agent.api.ClassEditor;
import dev.bauta.agent.api.ClassHook;
import dev.bauta.agent.api.CodeFilter;
import dev.bauta.agent.api.Links;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Tasks that keep what they call where nobody sees it: {@code FutureTask}, what is submitted to a
 * {@code ScheduledThreadPoolExecutor} for now, and threads of one task each.
 */
final class TaskRewrite {

  private static final String TASK = "executors.task";
  private static final String CALL = "executors.call";
  private static final String FUTURE = "executors.future";
  private static final String VIRTUAL = "executors.virtual";

  private static final String SCHEDULED_TASK =
      "java.util.concurrent.ScheduledThreadPoolExecutor$ScheduledFutureTask";
  private static final String WORKER = "java.util.concurrent.ThreadPoolExecutor$Worker";

  private static final Type RUNNABLE = Type.getType(Runnable.class);
  private static final Type CALLABLE = Type.getType(Callable.class);

  private TaskRewrite() {}

  static ClassHook future() {
    return ClassHook.named("java/util/concurrent/FutureTask", new Future())
        .readingOnly(CodeFilter.methods("<init>"));
  }

  static ClassHook scheduled() {
    return ClassHook.named("java/util/concurrent/ScheduledThreadPoolExecutor", new Scheduled())
        .readingOnly(CodeFilter.methods("execute", "submit"));
  }

  static ClassHook threadPerTask() {
    return ClassHook.named("java/util/concurrent/ThreadPerTaskExecutor", new ThreadPerTask())
        .readingOnly(CodeFilter.methods("execute"));
  }

  static ClassHook virtualThreads() {
    return ClassHook.named("java/lang/ThreadBuilders", new VirtualThreads())
        .readingOnly(CodeFilter.methods("newVirtualThread"));
  }

  static void link(Links links, Hand hand) {
    links.filter(TASK, new GiveTask(hand), UnaryOperator.identity());
    links.filter(CALL, new GiveCall(hand), UnaryOperator.identity());
    links.filter(FUTURE, new GiveFuture(hand), UnaryOperator.identity());
    links.filter(VIRTUAL, new GiveThread(hand), UnaryOperator.identity());
  }

  /** What it calls is in a private field from the first. */
  private record Future() implements ClassHook.Rewrite {
    @Override
    public void apply(ClassEditor editor) {
      int places = 0;
      for (MethodNode method : editor.node().methods) {
        if (!method.name.equals("<init>")) {
          continue;
        }
        for (AbstractInsnNode instruction : method.instructions.toArray()) {
          if (instruction.getOpcode() == Opcodes.PUTFIELD
              && ((FieldInsnNode) instruction).name.equals("callable")) {
            method.instructions.insertBefore(instruction, editor.filter(FUTURE, self(), CALLABLE));
            places++;
          }
        }
      }
      editor.require("callable", editor.edited(places));
    }

    private static InsnList self() {
      InsnList code = new InsnList();
      code.add(new VarInsnNode(Opcodes.ALOAD, 0));
      return code;
    }
  }

  /** All of these schedule a task for now, and keep it in a future. */
  private record Scheduled() implements ClassHook.Rewrite {
    @Override
    public void apply(ClassEditor editor) {
      for (MethodNode method : editor.node().methods) {
        boolean submits = method.name.equals("execute") || method.name.equals("submit");
        if (submits && (method.access & Opcodes.ACC_BRIDGE) == 0) {
          String hook = Type.getArgumentTypes(method.desc)[0].equals(CALLABLE) ? CALL : TASK;
          editor.filterArgument(ClassEditor.method(method.name, method.desc), 0, hook);
        }
      }
      editor.require("execute and submit", editor.edits() == 4 ? 1 : 0);
    }
  }

  /** What is submitted there is a FutureTask. */
  private record ThreadPerTask() implements ClassHook.Rewrite {
    @Override
    public void apply(ClassEditor editor) {
      editor.require(
          "execute",
          editor.filterArgument(ClassEditor.method("execute", "(Ljava/lang/Runnable;)V"), 0, TASK));
    }
  }

  /** A virtual thread is one task; a thread of the platform may be a pool's, and starts empty. */
  private record VirtualThreads() implements ClassHook.Rewrite {
    @Override
    public void apply(ClassEditor editor) {
      int places = 0;
      for (MethodNode method : editor.node().methods) {
        Type[] types = Type.getArgumentTypes(method.desc);
        int last = types.length - 1;
        if (method.name.equals("newVirtualThread") && types[last].equals(RUNNABLE)) {
          places +=
              editor.filterArgument(ClassEditor.method(method.name, method.desc), last, VIRTUAL);
        }
      }
      editor.require("newVirtualThread", places);
    }
  }

  private record GiveTask(Hand hand) implements UnaryOperator<Object> {
    @Override
    public Object apply(Object task) {
      if (task == null || hand.isEmpty() || carriesItself(task)) {
        return task;
      }
      Object viewer = hand.take();
      return viewer == null ? task : new CarriedTask(hand, viewer, (Runnable) task);
    }
  }

  private record GiveCall(Hand hand) implements UnaryOperator<Object> {
    @Override
    @SuppressWarnings("unchecked")
    public Object apply(Object call) {
      if (call == null || hand.isEmpty()) {
        return call;
      }
      Object viewer = hand.take();
      return viewer == null
          ? call
          : new CarriedCode.OfCallable(hand, viewer, (Callable<Object>) call);
    }
  }

  /** Takes (future, what it calls). A scheduled task has no viewer but one given before. */
  private record GiveFuture(Hand hand) implements BiFunction<Object, Object, Object> {
    @Override
    @SuppressWarnings("unchecked")
    public Object apply(Object future, Object call) {
      if (call == null
          || hand.isEmpty()
          || call instanceof CarriedCode.OfCallable
          || future.getClass().getName().equals(SCHEDULED_TASK)) {
        return call;
      }
      Object viewer = hand.take();
      return viewer == null
          ? call
          : new CarriedCode.OfCallable(hand, viewer, (Callable<Object>) call);
    }
  }

  private record GiveThread(Hand hand) implements UnaryOperator<Object> {
    @Override
    public Object apply(Object task) {
      if (task == null
          || hand.isEmpty()
          || carriesItself(task)
          || task.getClass().getName().equals(WORKER)) { // it goes on with other people's tasks
        return task;
      }
      Object viewer = hand.take();
      return viewer == null ? task : new CarriedTask(hand, viewer, (Runnable) task);
    }
  }

  private static boolean carriesItself(Object task) {
    return task instanceof CarriedTask || task instanceof FutureTask;
  }
}
