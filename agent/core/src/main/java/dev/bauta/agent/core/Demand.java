package dev.bauta.agent.core;

import dev.bauta.agent.api.Sink;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Ends the JVM where a sink that must hide values does not, if the operator asked for that ({@code
 * requireProtected=true}). At once and on whichever thread finds out: the class that is being
 * loaded would be used next.
 */
final class Demand {

  private final boolean required;
  private final SinkModes modes;

  Demand(boolean required, SinkModes modes) {
    this.required = required;
    this.modes = modes;
  }

  /**
   * A sink is not protected.
   *
   * @param sink null where what failed hides no values
   * @param what the library, and what is wrong with it
   */
  void unprotected(Sink sink, String what) {
    if (!required || sink == null || !modes.current().of(sink).protects()) {
      return;
    }
    tell(
        "[bauta] UNPROTECTED: "
            + sink.id()
            + " of "
            + what
            + "\n[bauta] The JVM ends here, because of requireProtected=true. Use a version of the"
            + " library that is known, or run on unprotected with requireProtected=false.\n");
    // Not exit: hooks of the application would log through the very library, and wait for locks.
    Runtime.getRuntime().halt(1);
  }

  /** Past System.err: another thread may hold its lock and wait for the class being loaded here. */
  @SuppressWarnings("resource") // closing it would close standard error
  private static void tell(String message) {
    try {
      new FileOutputStream(FileDescriptor.err).write(message.getBytes(StandardCharsets.UTF_8));
    } catch (IOException closed) {
      // nobody listens; the exit code still says it
    }
  }
}
