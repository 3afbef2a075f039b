package dev.bauta.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Runs the story: {@code ./demo} ends by itself, {@code ./demo --stay} leaves both servers running.
 */
public final class Demo {

  private Demo() {}

  /**
   * @param args {@code --stay}, or nothing
   */
  public static void main(String[] args) {
    List<String> options = Arrays.asList(args);
    if (!options.stream().allMatch("--stay"::equals)) {
      System.err.println("usage: ./demo [--stay]");
      System.exit(2);
    }
    int exit = run(Path.of(System.getProperty("bauta.demo.root", ".")), options.contains("--stay"));
    System.exit(exit);
  }

  private static int run(Path root, boolean stay) {
    Paper paper = new Paper(System.out);
    try {
      Installation installed = Installation.below(root.toAbsolutePath().normalize());
      Path folder = Files.createTempDirectory("bauta-demo");
      deleteAtEnd(folder);
      play(paper, installed, folder, stay);
      return 0;
    } catch (StoryException failed) {
      System.err.println();
      System.err.println("The demo failed: " + failed.getMessage());
      return 1;
    } catch (IOException | InterruptedException failed) {
      System.err.println("The demo cannot run: " + failed);
      return 1;
    }
  }

  private static void play(Paper paper, Installation installed, Path folder, boolean stay)
      throws InterruptedException {
    paper.title("Bauta: personal data masked by one flag, unmasked for one person by another");
    Slack slack = Slack.from(System.getenv());
    int port = slack.present() ? Integer.getInteger("bauta.demo.port", 8480) : Ports.free();
    try (GrantService service = GrantService.start(installed, folder, port, slack);
        Desk desk = Desk.start(installed, folder, deskProperties(service, folder))) {
      paper.say("Two servers run, each a process of its own:");
      paper.say("the grant service      " + service.url());
      paper.say("the customer desk      " + desk.url() + "  (java -javaagent:bauta-agent.jar)");
      Asking asking =
          slack.present() ? new AskingInSlack(paper, service) : new AskingByRest(paper, service);
      new Story(paper, service, desk, asking).tell();
      paper.gap();
      paper.say("That was the whole story. Every step above was checked.");
      if (stay) {
        Invitation.print(paper, service, desk);
        while (service.console().isAlive() && desk.console().isAlive()) {
          Thread.sleep(500);
        }
        throw new StoryException("one of the two servers ended by itself");
      }
    }
  }

  private static Map<String, String> deskProperties(GrantService service, Path folder) {
    Path rules = Template.write("bauta.yaml", Map.of(), folder.resolve("bauta.yaml"));
    Map<String, String> properties = new TreeMap<>(service.agentProperties());
    properties.put("bauta.config", rules.toString());
    return properties;
  }

  private static void deleteAtEnd(Path folder) {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder), "delete demo folder"));
  }

  private static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException stillUsed) {
      // a temporary folder: the system clears it
    }
  }
}
