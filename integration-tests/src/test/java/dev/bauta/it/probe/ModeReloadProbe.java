package dev.bauta.it.probe;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.Logger;

/** Logs an address all the time while its sink goes from observe to mask, in the file. */
public final class ModeReloadProbe {

  private static final Logger LOG = Logger.getLogger("reload");
  private static final long STEP_MILLIS = 7_000;

  private ModeReloadProbe() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    Path config = Path.of(args[0]);
    say("first");
    Files.writeString(config, "sinks: {log: mask}\n");
    say("second");
    System.out.println("probe done");
  }

  private static void say(String step) throws InterruptedException {
    long end = System.nanoTime() + STEP_MILLIS * 1_000_000;
    while (System.nanoTime() < end) {
      LOG.info(step + " mail nobody@reload-channel.com");
      Thread.sleep(100);
    }
    LOG.info(step + " ends: nobody@reload-channel.com");
  }
}
