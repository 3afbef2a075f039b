package dev.bauta.demo;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The customer desk as a process of its own, with the agent. */
public final class Desk implements AutoCloseable {

  private static final Duration START = Duration.ofSeconds(60);
  private static final String READY = "Customer desk ready: ";

  private final Child child;
  private final String url;
  private final Path jsonLog;

  private Desk(Child child, String url, Path jsonLog) {
    this.child = child;
    this.url = url;
    this.jsonLog = jsonLog;
  }

  /**
   * @param folder for its files; the JSON log is written there
   * @param properties of the desk ({@code desk.*}) and of the agent ({@code bauta.*})
   */
  public static Desk start(Installation installed, Path folder, Map<String, String> properties) {
    Path jsonLog = folder.resolve("customer-desk.json.log");
    Map<String, String> all = new TreeMap<>(properties);
    all.putIfAbsent("desk.port", "0");
    all.put("desk.log.file", jsonLog.toString());
    List<String> command = new ArrayList<>();
    command.add(installed.java().toString());
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-javaagent:" + installed.agent());
    all.forEach((name, value) -> command.add("-D" + name + "=" + value));
    command.add("-jar");
    command.add(installed.sampleApp().toString());
    Child child = Child.start("the customer desk", command, folder, Map.of());
    try {
      String ready = child.await(0, line -> line.startsWith(READY), START);
      return new Desk(child, ready.substring(READY.length()), jsonLog);
    } catch (StoryException failed) {
      child.close();
      throw failed;
    }
  }

  public String url() {
    return url;
  }

  /** The log with one JSON object a line. */
  public Path jsonLog() {
    return jsonLog;
  }

  /** Its console. */
  public Child console() {
    return child;
  }

  /** The desk as that person uses it. */
  public Http as(String person) {
    return Http.basic(url, person, password(person));
  }

  /** The password in the sample's realm file. */
  public static String password(String person) {
    return person + "-at-the-desk";
  }

  @Override
  public void close() {
    child.close();
  }
}
