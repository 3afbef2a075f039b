package dev.bauta.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** A command that was run, with what it said. */
record Ran(int exit, byte[] bytes, String err) {

  static Ran with(String... arguments) {
    return on(new byte[0], arguments);
  }

  static Ran on(String input, String... arguments) {
    return on(input.getBytes(StandardCharsets.UTF_8), arguments);
  }

  static Ran on(byte[] input, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Streams streams =
        new Streams(
            new ByteArrayInputStream(input),
            new PrintStream(out, false, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            StandardCharsets.UTF_8,
            false);
    int exit = Cli.run(streams, arguments);
    streams.out().flush();
    return new Ran(exit, out.toByteArray(), err.toString(StandardCharsets.UTF_8));
  }

  String out() {
    return new String(bytes, StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
  }
}
