package dev.bauta.agent.instrumentation.executors;

import dev.bauta.agent.api.ClassEditor;
import dev.bauta.agent.api.ClassHook;
import dev.bauta.agent.api.CodeFilter;
import dev.bauta.agent.api.Links;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ForkJoinPool;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Fork and join, and with it parallel streams: a task runs for whoever forked, invoked or submitted
 * it, on whatever thread. A thread that waits runs other people's tasks meanwhile, so a task that
 * nobody forked has nobody in its place, and who was there comes back after it.
 */
final class ForkRewrite {

  private static final String TASK = "java/util/concurrent/ForkJoinTask";
  private static final String POOL = "java/util/concurrent/ForkJoinPool";
  private static final String RUN = "doExec";
  private static final String FORK = "executors.fork";
  private static final String SUBMIT = "executors.fork.submit";
  private static final String ENTER = "executors.fork.enter";

  /** Methods that run a task at once, on the thread that asks for it. */
  private static final Set<String> INVOKING = Set.of("invoke", "quietlyInvoke", "invokeAll");

  private static final Set<String> SUBMITTING = Set.of("poolSubmit", "externalSubmit");

  private ForkRewrite() {}

  static ClassHook tasks() {
    return ClassHook.named(TASK, new Tasks())
        .readingOnly(CodeFilter.methods("fork", RUN, "invoke", "quietlyInvoke", "invokeAll"));
  }

  static ClassHook pool() {
    return ClassHook.named(POOL, new Pool())
        .readingOnly(CodeFilter.methods("poolSubmit", "externalSubmit"));
  }

  static void link(Links links, Hand hand) {
    ForkedTasks forked = new ForkedTasks();
    links.observe(FORK, new Fork(hand, forked));
    links.filter(SUBMIT, new Submit(hand, forked), UnaryOperator.identity());
    links.viewer(ENTER, new Enter(forked));
  }

  private record Tasks() implements ClassHook.Rewrite {
    @Override
    public void apply(ClassEditor editor) {
      int forks = 0;
      int invocations = 0;
      for (MethodNode method : editor.node().methods) {
        if (method.name.equals("fork")) {
          method.instructions.insert(editor.consume(FORK, 0));
          forks++;
        } else if (INVOKING.contains(method.name)) {
          invocations += noteInvoked(editor, method);
        }
      }
      editor.require("fork", editor.edited(forks));
      editor.require("invocations", editor.edited(invocations) == 5 ? 1 : 0);
      editor.require(
          RUN, editor.bracket(ClassEditor.method(RUN), -1, ExecutorsInstrumentation.PLACE, ENTER));
    }

    private static int noteInvoked(ClassEditor editor, MethodNode method) {
      int places = 0;
      for (AbstractInsnNode instruction : method.instructions.toArray()) {
        if (instruction instanceof MethodInsnNode call && call.name.equals(RUN)) {
          String consumer = Type.getInternalName(Consumer.class);
          InsnList code = new InsnList();
          code.add(new InsnNode(Opcodes.DUP));
          code.add(editor.pushHook(FORK, consumer));
          code.add(new InsnNode(Opcodes.SWAP));
          code.add(
              new MethodInsnNode(
                  Opcodes.INVOKEINTERFACE, consumer, "accept", "(Ljava/lang/Object;)V", true));
          method.instructions.insertBefore(call, code);
          places++;
        }
      }
      return places;
    }
  }

  private record Pool() implements ClassHook.Rewrite {
    @Override
    public void apply(ClassEditor editor) {
      int places = 0;
      for (MethodNode method : editor.node().methods) {
        Type[] types = Type.getArgumentTypes(method.desc);
        int last = types.length - 1;
        if (SUBMITTING.contains(method.name) && types[last].getInternalName().equals(TASK)) {
          places +=
              editor.filterArgument(
                  ClassEditor.method(method.name, method.desc), last, SUBMIT, Pool::self);
        }
      }
      editor.require("submit", places);
    }

    private static InsnList self() {
      InsnList code = new InsnList();
      code.add(new VarInsnNode(Opcodes.ALOAD, 0));
      return code;
    }
  }

  private record Fork(Hand hand, ForkedTasks forked) implements Consumer<Object> {
    @Override
    public void accept(Object task) {
      boolean nobody = hand.isEmpty();
      if (!nobody || !forked.isEmpty()) {
        forked.put(task, nobody ? null : hand.take());
      }
    }
  }

  /** Takes (pool, task). */
  private record Submit(Hand hand, ForkedTasks forked)
      implements BiFunction<Object, Object, Object> {
    @Override
    public Object apply(Object pool, Object task) {
      boolean nobody = hand.isEmpty();
      if (nobody && forked.isEmpty()) {
        return task;
      }
      if (task != null
          && !(task instanceof CompletableFuture.AsynchronousCompletionTask)
          && !schedulesThreads((ForkJoinPool) pool)) {
        forked.put(task, nobody ? null : hand.take());
      }
      return task;
    }

    /** Virtual threads run in such a pool: whoever wakes one hands nothing over. */
    private static boolean schedulesThreads(ForkJoinPool pool) {
      return pool.getFactory().getClass().getName().startsWith("java.lang.");
    }
  }

  private record Enter(ForkedTasks forked) implements UnaryOperator<Object> {
    @Override
    public Object apply(Object task) {
      return forked.take(task);
    }
  }
}
