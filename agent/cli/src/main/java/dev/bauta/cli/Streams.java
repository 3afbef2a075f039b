package dev.bauta.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine.Help.Ansi;

/**
 * Where a command reads and writes. Not the statics of {@link System}: tests give their own.
 *
 * @param out bytes as they are; messages for people go through {@link #print()}
 * @param terminal whether a person watches
 */
record Streams(InputStream in, PrintStream out, PrintStream err, Charset people, boolean terminal) {

  /** Colours where a person watches and does not forbid them (NO_COLOR). */
  Ansi ansi() {
    return terminal && System.getenv("NO_COLOR") == null ? Ansi.AUTO : Ansi.OFF;
  }

  /** A writer for people, in the encoding of their terminal; flush it. */
  PrintWriter print() {
    return new PrintWriter(out, false, people);
  }

  /** A writer for programs. */
  PrintWriter printUtf8() {
    return new PrintWriter(out, false, StandardCharsets.UTF_8);
  }
}
