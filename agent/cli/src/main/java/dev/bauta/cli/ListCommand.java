package dev.bauta.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code list}: requests, newest first. */
@Command(
    name = "list",
    description = "Lists your requests and those you are asked to decide, newest first.",
    footer = {
      "",
      "Exit code: 0 fine, 2 the service refuses, or can't be reached.",
      "",
      "Example: bauta list --state pending"
    })
final class ListCommand implements Callable<Integer> {

  /** What the service knows. */
  enum State {
    pending,
    approved,
    active,
    denied,
    cancelled,
    expired,
    ended,
    revoked
  }

  private final Streams streams;

  @Mixin private ServiceOptions service;

  @Option(
      names = "--state",
      paramLabel = "STATE",
      description = "Only those: ${COMPLETION-CANDIDATES}.")
  private State state;

  @Option(names = "--service", paramLabel = "NAME", description = "Only those of this service.")
  private String named;

  @Option(names = "--requester", paramLabel = "NAME", description = "Only those of this person.")
  private String requester;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "20",
      description = "At most that many, up to 500. Default: ${DEFAULT-VALUE}.")
  private int limit;

  ListCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    JsonNode found = service.client().get("/api/v1/requests?" + String.join("&", query()));
    PrintWriter out = service.json() ? streams.printUtf8() : streams.print();
    if (service.json()) {
      out.println(found);
    } else {
      for (JsonNode request : found.path("requests")) {
        out.println(RequestLine.of(request));
        RequestLine.reasons(request).forEach(out::println);
      }
      if (found.path("requests").isEmpty()) {
        out.println("none");
      }
      if (found.hasNonNull("next")) {
        out.println("... and more; raise --limit, or narrow it down");
      }
    }
    out.flush();
    return ExitCodes.FINE;
  }

  private List<String> query() {
    List<String> query = new ArrayList<>(List.of("limit=" + limit));
    if (state != null) {
      query.add("state=" + state.name().toUpperCase(Locale.ROOT));
    }
    if (named != null) {
      query.add("service=" + GrantClient.encoded(named));
    }
    if (requester != null) {
      query.add("requester=" + GrantClient.encoded(requester));
    }
    return query;
  }
}
