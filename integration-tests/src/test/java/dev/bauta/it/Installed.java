package dev.bauta.it;

import dev.bauta.demo.Demo;
import dev.bauta.demo.Installation;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** What the build made, for the processes that tests start. */
final class Installed {

  private Installed() {}

  static Installation on(Jdk jdk) {
    return new Installation(jdk.java(), Layout.agent(), Layout.grantService(), Layout.sampleApp());
  }

  /** The rules that the demo gives to the customer desk's agent. */
  static String deskRules() {
    try (InputStream in = Demo.class.getResourceAsStream("bauta.yaml")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
