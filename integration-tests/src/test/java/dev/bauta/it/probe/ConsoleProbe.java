package dev.bauta.it.probe;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Prints in every way a stream knows, to the console and to a file. */
public final class ConsoleProbe {

  private ConsoleProbe() {}

  public static List<String> channels() {
    return List.of(
        "print",
        "println",
        "object",
        "characters",
        "lineofcharacters",
        "printf",
        "append",
        "error",
        "throwable",
        "cause",
        "suppressed",
        "deep");
  }

  /**
   * @param args the file
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    print(System.out);
    System.err.println(text("error"));
    Thrown.chain().printStackTrace();
    try (PrintStream file =
        new PrintStream(new FileOutputStream(args[0]), true, StandardCharsets.UTF_8)) {
      print(file);
    }
    System.out.println((String) null);
    System.out.println(new char[0]);
    Thread.sleep(2_500); // for the agent to say what is proven
    System.out.println("probe done");
  }

  private static void print(PrintStream stream) {
    stream.print(text("print"));
    stream.println();
    stream.println(text("println"));
    stream.println(new StringBuilder(text("object")));
    stream.print(text("characters").toCharArray());
    stream.println();
    stream.println(text("lineofcharacters").toCharArray());
    stream.printf("%s%n", text("printf"));
    stream.append(text("append")).append('\n');
  }

  private static String text(String channel) {
    return new Canary(channel).text();
  }
}
