package dev.bauta.demo;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** Lays the story out on a terminal: numbered chapters, quotes that stand apart. */
final class Paper {

  private static final int WIDTH = 96;

  private final PrintStream out;
  private int chapter;

  Paper(PrintStream out) {
    this.out = out;
  }

  void title(String text) {
    out.println();
    out.println(text);
    out.println("=".repeat(text.length()));
  }

  void chapter(String text) {
    chapter++;
    out.println();
    out.println(chapter + ". " + text);
    out.println("-".repeat(text.length() + 3));
  }

  void say(String text) {
    out.println("   " + text);
  }

  void done(String text) {
    out.println("   ok  " + text);
  }

  /** What a program said, under a label. */
  void quote(String label, String text) {
    out.println();
    out.println("   " + label);
    for (String line : text.strip().replace("\t", "    ").split("\\R")) {
      for (String piece : wrapped(line)) {
        out.println("   | " + piece);
      }
    }
  }

  void table(List<String> rows) {
    out.println();
    rows.forEach(row -> out.println("   | " + row));
  }

  void gap() {
    out.println();
  }

  private static List<String> wrapped(String line) {
    List<String> pieces = new ArrayList<>();
    String rest = line;
    while (rest.length() > WIDTH) {
      int end = Math.max(rest.lastIndexOf(' ', WIDTH), rest.lastIndexOf(',', WIDTH - 1) + 1);
      end = end < WIDTH / 2 ? WIDTH : end;
      pieces.add(rest.substring(0, end));
      rest = "    " + rest.substring(end).strip();
    }
    pieces.add(rest);
    return pieces;
  }
}
