package dev.bauta.agent.core;

import dev.bauta.agent.api.Instrumentation;
import dev.bauta.engine.RuleSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The agent's start, called once from premain, before the application's main: read the
 * configuration, link, transform, retransform what is loaded already. Everything that may log, look
 * at JMX or talk to the network waits for {@link AfterStart}.
 */
public final class AgentStart {

  private AgentStart() {}

  /**
   * Starts the agent.
   *
   * @param arguments the options after {@code =}, or null
   * @param instrumentation the JVM's
   * @param publish takes the link before the first class is rewritten
   * @return false where the JVM must not go on; the reason is on standard error by then
   */
  public static boolean start(
      String arguments,
      java.lang.instrument.Instrumentation instrumentation,
      Consumer<Function<String, Object>> publish) {
    ConfigReader reader = new ConfigReader(arguments, System.getProperties(), System.getenv());
    try {
      AgentConfig config = reader.read();
      if (config.enabled()) {
        install(config, instrumentation, publish);
      }
      return true;
    } catch (ConfigException wrong) {
      return refuse(reader, wrong.getMessage());
    } catch (Throwable failure) {
      return refuse(reader, "cannot start: " + failure);
    }
  }

  private static boolean refuse(ConfigReader reader, String faults) {
    boolean exits = reader.exitsOnFailure();
    System.err.println("[bauta] " + faults.replace("\n", "\n[bauta] "));
    System.err.println(
        exits
            ? "[bauta] The JVM does not start without its masking. "
                + "Mend the above, or set onStartFailure=continue to run unprotected."
            : "[bauta] NOTHING IS MASKED in this JVM: onStartFailure=continue.");
    return !exits;
  }

  /**
   * Puts the parts together and begins.
   *
   * @param jvm null where classes were woven at build time and the JVM gives no instrumentation
   */
  static void install(
      AgentConfig config,
      java.lang.instrument.Instrumentation jvm,
      Consumer<Function<String, Object>> publish) {
    if (jvm != null) {
      openStrings(jvm);
    }
    Counters counters = new Counters();
    SinkModes modes = new SinkModes(config.modes());
    Sightings sightings = new Sightings(counters);
    GrantReveals grants =
        config.grants() == null ? null : new GrantReveals(config.grants(), counters);
    Reveals reveals = grants == null ? Reveals.NOTHING : grants;
    ViewerContext viewers = new ViewerContext(new AnyLive(reveals), config.principals());
    MaskingService masking =
        new MaskingService(
            config.rules(),
            modes,
            sightings,
            reveals,
            viewers,
            new Tracking(config.tracking(), counters),
            counters);
    LinkTable links = new LinkTable(masking);
    List<Instrumentation> instrumentations = instrumentations(config);
    Wake wake = new Wake();
    Linker linker = new Linker(links, masking, viewers, instrumentations, wake);
    publish.accept(linker);

    HookIndex index = new HookIndex(instrumentations, masking);
    Demand demand = new Demand(config.requireProtected(), modes);
    SinkStatus status = new SinkStatus(instrumentations, modes, demand, wake);
    ApplicationSighting sighting = new ApplicationSighting();
    LoadedClasses loaded =
        jvm == null
            ? WovenClasses.begin(index, linker, status, sighting)
            : MaskingTransformer.begin(jvm, index, linker, status, sighting);
    RuleReload reload =
        config.watched() == null
            ? null
            : new RuleReload(
                config.watched(), masking, loaded, new ModeReload(modes, config.settled(), status));
    ReportFile report =
        config.report() == null
            ? null
            : new ReportFile(config.report(), modes, status, sightings, counters);
    AgentMeters figures =
        new AgentMeters(counters, status, modes, sightings, masking, grants, reload);
    MeterExport meters = new MeterExport(figures, status);
    new AfterStart(
            config, loaded, status, sighting, modes, wake, report, meters, masking, grants, reload)
        .begin();
  }

  /**
   * Lets the engine ask a string whether it is kept one byte a character. Without it every text is
   * looked at once more.
   */
  private static void openStrings(java.lang.instrument.Instrumentation jvm) {
    try {
      jvm.redefineModule(
          String.class.getModule(),
          Set.of(),
          Map.of(),
          Map.of("java.lang", Set.of(RuleSet.class.getModule())),
          Set.of(),
          Map.of());
    } catch (RuntimeException refused) {
      // A runtime without it is slower, and just as right.
    }
  }

  private static List<Instrumentation> instrumentations(AgentConfig config) {
    List<Instrumentation> wanted = new ArrayList<>();
    for (Instrumentation one : instrumentations()) {
      if (isWanted(one, config)) {
        wanted.add(one);
      }
    }
    return wanted;
  }

  private static boolean isWanted(Instrumentation one, AgentConfig config) {
    return (!one.isOptional() || config.console())
        && (!one.isForViewers() || config.showsAnything())
        && (one.sink() == null || config.modes().of(one.sink()) != Mode.OFF);
  }

  /** All that are in this jar, in a list that may be changed. */
  static List<Instrumentation> instrumentations() {
    List<Instrumentation> found = new ArrayList<>();
    ClassLoader own = AgentStart.class.getClassLoader();
    for (Instrumentation one : ServiceLoader.load(Instrumentation.class, own)) {
      found.add(one);
    }
    return found;
  }

  /** No lambda: those are slow at start. */
  private record AnyLive(Reveals reveals) implements BooleanSupplier {
    @Override
    public boolean getAsBoolean() {
      return reveals.anyLive();
    }
  }
}
