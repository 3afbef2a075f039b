package dev.bauta.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code deny}: refuses a request. */
@Command(
    name = "deny",
    description = "Refuses somebody's request.",
    footer = {
      "",
      "Exit code: 0 done, 2 refused, or the service can't be reached.",
      "",
      "Example: bauta deny req-9f2c \"use the test system\""
    })
final class DenyCommand implements Callable<Integer> {

  private final Streams streams;

  @Mixin private ServiceOptions service;

  @Parameters(paramLabel = "ID", description = "The request's.")
  private String id;

  @Parameters(paramLabel = "REASON", description = "The requester reads it.")
  private String reason;

  DenyCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    ObjectNode why = GrantClient.JSON.createObjectNode().put("reason", reason);
    GrantClient client = service.client();
    new Watching(client, streams, service.json())
        .show(client.post("/api/v1/requests/" + GrantClient.encoded(id) + "/deny", why));
    return ExitCodes.FINE;
  }
}
