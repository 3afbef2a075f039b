package dev.bauta.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code approve}: agrees to a request. */
@Command(
    name = "approve",
    description = "Agrees to somebody's request, possibly to less than was asked for.",
    footer = {
      "",
      "Exit code: 0 agreed, 2 refused, or the service can't be reached.",
      "",
      "Example: bauta approve req-9f2c --minutes 5 --types email"
    })
final class ApproveCommand implements Callable<Integer> {

  private final Streams streams;

  @Mixin private ServiceOptions service;

  @Parameters(paramLabel = "ID", description = "The request's.")
  private String id;

  @Option(names = "--minutes", paramLabel = "N", description = "For no longer than that.")
  private Long minutes;

  @Option(names = "--types", split = ",", paramLabel = "TYPE", description = "For these only.")
  private List<String> types;

  @Option(names = "--subject", paramLabel = "ID", description = "For this customer or trace only.")
  private String subject;

  ApproveCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    ObjectNode less = GrantClient.JSON.createObjectNode();
    if (minutes != null) {
      less.put("minutes", minutes);
    }
    if (types != null) {
      types.forEach(less.putArray("types")::add);
    }
    if (subject != null) {
      less.put("subject", subject);
    }
    GrantClient client = service.client();
    new Watching(client, streams, service.json())
        .show(client.post("/api/v1/requests/" + GrantClient.encoded(id) + "/approve", less));
    return ExitCodes.FINE;
  }
}
