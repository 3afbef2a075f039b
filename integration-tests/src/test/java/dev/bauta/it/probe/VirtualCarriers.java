package dev.bauta.it.probe;

import dev.bauta.annotations.Viewer;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;

/** Virtual threads, by their names: this is compiled for a JDK that has none. */
final class VirtualCarriers {

  private VirtualCarriers() {}

  static void run() throws Exception {
    String[] said = new String[1];
    Thread thread =
        Viewer.call(
            "grace",
            () ->
                (Thread)
                    Thread.class
                        .getMethod("startVirtualThread", Runnable.class)
                        .invoke(null, (Runnable) () -> said[0] = Looking.said()));
    thread.join();
    CarriersProbe.say("virtual thread", said[0]);
    ExecutorService each =
        (ExecutorService) Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
    CarriersProbe.say(
        "thread per task, execute", CarriersProbe.grace(() -> CarriersProbe.ran(each)));
    CarriersProbe.say(
        "thread per task, submit", CarriersProbe.grace(() -> each.submit(Looking::said).get()));
    CarriersProbe.say("thread per task of nobody", CarriersProbe.ran(each));
    Object builder = Thread.class.getMethod("ofVirtual").invoke(null);
    ThreadFactory factory =
        (ThreadFactory)
            Class.forName("java.lang.Thread$Builder").getMethod("factory").invoke(builder);
    ExecutorService pool = Executors.newFixedThreadPool(1, factory);
    CarriersProbe.say(
        "pool of virtual threads",
        CarriersProbe.grace(() -> CarriersProbe.ran(pool)) + " " + CarriersProbe.ran(pool));
    pool.shutdown();
    each.shutdown();
    if (Runtime.version().feature() >= 25) {
      CarriersProbe.say("structured", CarriersProbe.grace(VirtualCarriers::structured));
    }
  }

  private static String structured() throws Exception {
    Class<?> type = Class.forName("java.util.concurrent.StructuredTaskScope");
    Object scope = type.getMethod("open").invoke(null);
    Callable<String> code = Looking::said;
    Object subtask = type.getMethod("fork", Callable.class).invoke(scope, code);
    type.getMethod("join").invoke(scope);
    type.getMethod("close").invoke(scope);
    return (String)
        Class.forName("java.util.concurrent.StructuredTaskScope$Subtask")
            .getMethod("get")
            .invoke(subtask);
  }
}
