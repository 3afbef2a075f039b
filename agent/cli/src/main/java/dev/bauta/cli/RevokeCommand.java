package dev.bauta.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code revoke}: ends a grant before its time. */
@Command(
    name = "revoke",
    description = "Ends a grant before its time; masked again within a second.",
    footer = {
      "",
      "Exit code: 0 done, 2 refused, or the service can't be reached.",
      "",
      "Example: bauta revoke req-9f2c \"the customer was reached\""
    })
final class RevokeCommand implements Callable<Integer> {

  private final Streams streams;

  @Mixin private ServiceOptions service;

  @Parameters(paramLabel = "ID", description = "The request's or the grant's.")
  private String id;

  @Parameters(paramLabel = "REASON", description = "It stands in the audit log.")
  private String reason;

  RevokeCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    ObjectNode why = GrantClient.JSON.createObjectNode().put("reason", reason);
    GrantClient client = service.client();
    new Watching(client, streams, service.json())
        .show(client.post("/api/v1/grants/" + GrantClient.encoded(grant()) + "/revoke", why));
    return ExitCodes.FINE;
  }

  // both have the same random part
  private String grant() {
    return id.startsWith("req-") ? "grant-" + id.substring("req-".length()) : id;
  }
}
