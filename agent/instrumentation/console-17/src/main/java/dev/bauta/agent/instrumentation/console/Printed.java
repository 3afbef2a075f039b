package dev.bauta.agent.instrumentation.console;

import dev.bauta.agent.api.Masking;
import dev.bauta.agent.api.Sink;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.BiFunction;

/** What goes to the console; streams to anywhere else are left alone. Thread-safe. */
final class Printed {

  private static final ThreadLocal<PrintStream> TRIED = new ThreadLocal<>();

  private final Masking masking;

  Printed(Masking masking) {
    this.masking = masking;
  }

  /** Prints the canary to a stream that counts as the console for as long, in this thread. */
  static String show(String canary) {
    ByteArrayOutputStream shown = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(shown, true, StandardCharsets.UTF_8);
    TRIED.set(stream);
    try {
      stream.println(canary);
      stream.print(canary.toCharArray());
    } finally {
      TRIED.remove();
    }
    return shown.toString(StandardCharsets.UTF_8);
  }

  private static boolean isConsole(Object stream) {
    return stream == System.out || stream == System.err || stream == TRIED.get();
  }

  /** A text. */
  final class Text implements BiFunction<Object, Object, Object> {
    @Override
    public Object apply(Object stream, Object text) {
      return isConsole(stream) ? masking.text(Sink.LOG, null, (String) text) : text;
    }
  }

  /** Characters. */
  final class Characters implements BiFunction<Object, Object, Object> {
    @Override
    public Object apply(Object stream, Object characters) {
      char[] text = (char[]) characters;
      String masked =
          text != null && isConsole(stream)
              ? masking.text(Sink.LOG, null, text, 0, text.length)
              : null;
      return masked == null ? text : masked.toCharArray();
    }
  }
}
