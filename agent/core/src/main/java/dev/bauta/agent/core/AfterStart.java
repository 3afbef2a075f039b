package dev.bauta.agent.core;

import java.util.List;

/**
 * Everything that must not happen before the application's main: looking for classes that slipped
 * by, canaries, the grant client, meters, JMX, the status line. One daemon thread that does its
 * round often at first and rarely later.
 */
final class AfterStart implements Runnable {

  /** How long the application has to set up its own log manager before anything of ours may log. */
  private static final long GRACE_MILLIS = 800;

  /** Start without a sight of the application: an archive may have loaded all of its classes. */
  private static final long WITHOUT_SIGHT_MILLIS = 3_000;

  private static final long ROUND_MILLIS = 2_000;
  private static final int ROUNDS_BEFORE_REST = 15;
  private static final long REST_MILLIS = 30_000;

  /** How soon a changed rule file is seen. */
  private static final long RULES_MILLIS = 2_000;

  /** The application goes on with the library meanwhile, so that it has set itself up. */
  private static final long FIRST_USE_MILLIS = 300;

  private static final int FIRST_USE_ROUNDS = 10;

  private final LoadedClasses loaded;
  private final SinkStatus status;
  private final ApplicationSighting sighting;
  private final MaskingService masking;
  private final GrantReveals grants;
  private final RuleReload reload;
  private final Announcer announcer;
  private final List<String> warnings;
  private final MeterExport meters;
  private final SinkModes modes;
  private final Wake wake;
  private final ReportFile report;

  AfterStart(
      AgentConfig config,
      LoadedClasses loaded,
      SinkStatus status,
      ApplicationSighting sighting,
      SinkModes modes,
      Wake wake,
      ReportFile report,
      MeterExport meters,
      MaskingService masking,
      GrantReveals grants,
      RuleReload reload) {
    this.loaded = loaded;
    this.status = status;
    this.sighting = sighting;
    this.masking = masking;
    this.grants = grants;
    this.reload = reload;
    this.warnings = config.warnings();
    this.announcer = new Announcer(status, config.announce());
    this.meters = meters;
    this.modes = modes;
    this.wake = wake;
    this.report = report;
  }

  void begin() {
    if (report != null) {
      report.writeAtEnd(); // registered here: an application may end before the first round
    }
    Thread thread = new Thread(null, this, "bauta", 0, false);
    thread.setDaemon(true);
    thread.setContextClassLoader(AfterStart.class.getClassLoader());
    thread.start();
  }

  @Override
  public void run() {
    try {
      awaitApplication();
      warnings.forEach(announcer::say);
      if (grants != null) {
        grants.start(announcer::say);
      }
      for (int round = 0; ; round++) {
        round();
        rest(round < ROUNDS_BEFORE_REST ? ROUND_MILLIS : REST_MILLIS);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /** Sleeps, but looks after what must not wait: rules, the report, a library's first use. */
  private void rest(long millis) throws InterruptedException {
    long step = reload == null && report == null ? millis : RULES_MILLIS;
    for (long left = millis; left > 0; left -= step) {
      if (wake.sleep(Math.min(left, step))) {
        firstUse();
      }
      if (reload != null) {
        reload.look(announcer::say);
      }
      if (report != null) {
        report.writeWhenDue(announcer::say);
      }
    }
  }

  /** A class is found among the loaded ones a little after it was rewritten. */
  private void firstUse() throws InterruptedException {
    for (int i = 0; i < FIRST_USE_ROUNDS; i++) {
      Thread.sleep(FIRST_USE_MILLIS);
      round();
      if (!status.awaitsCanary()) {
        return;
      }
    }
  }

  private void awaitApplication() throws InterruptedException {
    long begin = System.nanoTime();
    while (!sighting.seen() && System.nanoTime() - begin < WITHOUT_SIGHT_MILLIS * 1_000_000) {
      Thread.sleep(50);
    }
    Thread.sleep(GRACE_MILLIS);
  }

  private void round() {
    try {
      LoadedClasses.Round round = loaded.catchUp();
      for (LoadedClasses.Hooked one : round.hooked()) {
        if (status.tries(one.owner())) {
          Canary.send(one.owner(), one.type(), status, modes);
        }
      }
      masking.given().sweep();
      announcer.announce();
      meters.export(round);
    } catch (Throwable failure) {
      announcer.say("the check after start failed: " + failure.getClass().getName());
    }
  }
}
