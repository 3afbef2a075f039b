package dev.bauta.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code watch}: what becomes of a request. */
@Command(
    name = "watch",
    description = "Prints a request, and every change of it until nothing can follow.",
    footer = {
      "",
      "Exit code: 0 it is over, 2 the service refuses, or can't be reached.",
      "",
      "Example: bauta watch req-9f2c"
    })
final class WatchCommand implements Callable<Integer> {

  private final Streams streams;

  @Mixin private ServiceOptions service;

  @Parameters(paramLabel = "ID", description = "The request's.")
  private String id;

  WatchCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() throws InterruptedException {
    Watching watching = new Watching(service.client(), streams, service.json());
    JsonNode now = watching.read(id);
    watching.show(now);
    watching.until(now, RequestLine::isOver);
    return ExitCodes.FINE;
  }
}
