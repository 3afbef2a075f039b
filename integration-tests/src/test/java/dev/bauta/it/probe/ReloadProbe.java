package dev.bauta.it.probe;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.Logger;

/** Logs an address all the time while its rule file is changed, first well and then wrongly. */
public final class ReloadProbe {

  private static final Logger LOG = Logger.getLogger("reload");
  private static final long STEP_MILLIS = 8_000;

  private ReloadProbe() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    Path rules = Path.of(args[0]);
    say("first");
    Files.writeString(rules, "types: {email: {masker: redact}}\n");
    say("second");
    Files.writeString(rules, "types: {email: {masker: hsah}}\n");
    say("third");
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
