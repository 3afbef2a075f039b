package dev.bauta.agent.core;

import dev.bauta.agent.api.Instrumentation;
import dev.bauta.agent.api.Masking;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The agent's start in a JVM that gave it no instrumentation: classes were woven at build time, and
 * the first of them to be used has asked for its hook. It comes in the middle of whatever the
 * application does, class initialisers included; so it throws nothing, waits for nobody, and says
 * nothing before the link stands.
 */
public final class WovenStart {

  private WovenStart() {}

  /**
   * Starts the agent; afterwards there is a link, whatever happened. Where the configuration is
   * wrong every value comes out as {@code [MASKED]}, or, with {@code onStartFailure=continue}, as
   * it is.
   *
   * @param arguments the options of a {@code -javaagent} that did not begin, or null
   * @param publish takes the link
   */
  public static void start(String arguments, Consumer<Function<String, Object>> publish) {
    ConfigReader reader = new ConfigReader(arguments, System.getProperties(), System.getenv());
    try {
      AgentConfig config = reader.read();
      if (config.enabled()) {
        AgentStart.install(config, null, publish);
      } else {
        publish.accept(links(new OpenMasking()));
      }
    } catch (ConfigException wrong) {
      refuse(reader, wrong.getMessage(), publish);
    } catch (Throwable failure) {
      refuse(reader, "cannot start: " + failure, publish);
    }
  }

  private static void refuse(
      ConfigReader reader, String faults, Consumer<Function<String, Object>> publish) {
    boolean closed = reader.exitsOnFailure();
    publish.accept(links(closed ? new ClosedMasking() : new OpenMasking()));
    System.err.println("[bauta] " + faults.replace("\n", "\n[bauta] "));
    System.err.println(
        closed
            ? "[bauta] EVERYTHING IS MASKED that woven classes let out, until this is mended. "
                + "Mend the above, or set onStartFailure=continue to run unprotected."
            : "[bauta] NOTHING IS MASKED in this JVM: onStartFailure=continue.");
  }

  private static Function<String, Object> links(Masking masking) {
    LinkTable table = new LinkTable(masking);
    List<Instrumentation> all = AgentStart.instrumentations();
    return new Linker(table, masking, new ViewerContext(() -> false), all, new Wake());
  }
}
