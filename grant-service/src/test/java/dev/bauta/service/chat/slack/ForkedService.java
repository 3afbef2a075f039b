package dev.bauta.service.chat.slack;

import dev.bauta.service.app.SlackService;
import dev.bauta.service.chat.slack.standin.SlackStandIn;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** The service in a process of its own, which can be killed. */
final class ForkedService implements AutoCloseable {
  private final Path folder;
  private final SlackStandIn slack;
  private final int port;
  private Process process;

  ForkedService(Path folder, SlackStandIn slack) throws IOException {
    this.folder = folder;
    this.slack = slack;
    try (ServerSocket socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    String config = Office.config(slack, "1h").replace("port: 0", "port: " + port);
    SlackService.write(folder, config);
    slack.connect(URI.create(url() + "/slack/events"));
  }

  String url() {
    return "http://127.0.0.1:" + port;
  }

  void start() throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            "dev.bauta.service.app.Main",
            "serve",
            "--config",
            folder.resolve("service.yaml").toString());
    builder.environment().putAll(SlackService.environment(slack));
    builder.redirectErrorStream(true).redirectOutput(folder.resolve("service.log").toFile());
    process = builder.start();
    Office.await(this::isHealthy);
  }

  private boolean isHealthy() {
    if (!process.isAlive()) throw new IllegalStateException("the service ended; see service.log");
    try {
      HttpRequest request = HttpRequest.newBuilder(URI.create(url() + "/health")).build();
      return HttpClient.newHttpClient()
              .send(request, HttpResponse.BodyHandlers.discarding())
              .statusCode()
          == 200;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** kill -9. */
  void kill() {
    try {
      process.destroyForcibly();
      if (!process.waitFor(60, TimeUnit.SECONDS)) throw new IllegalStateException("still alive");
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    if (process != null) kill();
  }
}
