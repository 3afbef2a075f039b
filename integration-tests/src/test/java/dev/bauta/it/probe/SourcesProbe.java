package dev.bauta.it.probe;

import dev.bauta.annotations.Viewer;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.json.JSONObject;
import org.slf4j.MDC;

/**
 * Writes an e-mail address for whoever the logging context or the operating system says is looking.
 */
public final class SourcesProbe {

  private static final Canary CANARY = new Canary("sources");

  private SourcesProbe() {}

  /**
   * @param args who holds the grant, and is waited for
   */
  public static void main(String[] args) throws Exception {
    for (int i = 0; i < 300 && !Viewer.call(args[0], SourcesProbe::isRaw); i++) {
      Thread.sleep(100);
    }
    show("main thread", SourcesProbe::isRaw);
    show("nobody by name", () -> Viewer.call(null, SourcesProbe::isRaw));
    show("another by name", () -> Viewer.call("another", SourcesProbe::isRaw));
    ExecutorService pool = Executors.newSingleThreadExecutor();
    show("pool", () -> pool.submit(SourcesProbe::isRaw).get());
    MDC.put("user", "grace");
    show("in the context", SourcesProbe::isRaw);
    show("in the context, pool", () -> pool.submit(SourcesProbe::isRaw).get());
    MDC.remove("user");
    show("out of the context", SourcesProbe::isRaw);
    pool.submit(() -> MDC.put("user", "grace")).get();
    show("left in the context of a pool", () -> pool.submit(SourcesProbe::isRaw).get());
    pool.shutdown();
    System.out.println("probe done");
  }

  private static void show(String what, Callable<Boolean> raw) throws Exception {
    System.out.println(what + ": " + (raw.call() ? "raw" : "masked"));
  }

  private static boolean isRaw() {
    return new JSONObject().put("to", CANARY.email()).toString().contains(CANARY.email());
  }
}
