package dev.bauta.service.http;

import dev.bauta.service.access.AccountScope;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One thing the API answers: what the routes are registered from and what the API's description is
 * written from. Immutable.
 *
 * @param method in capitals
 * @param path with {@code {id}} for a part that varies
 * @param id unique, for generated clients
 * @param scopes which of them open it to a service account; none where it is for people
 * @param takes the schema of the body, or empty if there is none
 * @param bodyNeeded whether a call without a body is refused
 */
record Operation(
    String method,
    String path,
    String id,
    String summary,
    String tag,
    Access access,
    Set<AccountScope> scopes,
    List<Parameter> parameters,
    String takes,
    boolean bodyNeeded,
    SortedMap<Integer, Answer> answers) {
  Operation {
    scopes = Set.copyOf(scopes);
    parameters = List.copyOf(parameters);
    answers = new TreeMap<>(answers);
  }

  /** Who may call. */
  enum Access {
    OPEN,
    PERSON,
    AGENT
  }

  /**
   * Something in the query.
   *
   * @param schema its type, as JSON schema
   */
  record Parameter(
      String name, String description, Map<String, Object> schema, boolean needed, Object example) {
    static Parameter text(String name, String description, String example) {
      return new Parameter(name, description, Map.of("type", "string"), false, example);
    }

    static Parameter time(String name, String description) {
      return new Parameter(
          name,
          description,
          Map.of("type", "string", "format", "date-time"),
          false,
          "2026-11-02T08:00:00Z");
    }

    static Parameter number(String name, String description, long least, long example) {
      return new Parameter(
          name, description, Map.of("type", "integer", "minimum", least), false, example);
    }

    Parameter isNeeded() {
      return new Parameter(name, description, schema, true, example);
    }
  }

  /**
   * A good answer.
   *
   * @param schema the name of a schema, or empty for text or nothing
   * @param mediaType empty for no body
   * @param example of a text
   */
  record Answer(String description, String schema, String mediaType, String example) {}

  static Operation get(String path, String id, String summary) {
    return new Operation(
        "GET",
        path,
        id,
        summary,
        "open",
        Access.OPEN,
        Set.of(),
        List.of(),
        "",
        false,
        new TreeMap<>());
  }

  static Operation post(String path, String id, String summary) {
    return new Operation(
        "POST",
        path,
        id,
        summary,
        "open",
        Access.OPEN,
        Set.of(),
        List.of(),
        "",
        false,
        new TreeMap<>());
  }

  Operation of(String newTag, Access newAccess) {
    return new Operation(
        method,
        path,
        id,
        summary,
        newTag,
        newAccess,
        scopes,
        parameters,
        takes,
        bodyNeeded,
        answers);
  }

  /** Open to service accounts with one of these scopes, too. */
  Operation openTo(AccountScope... any) {
    return new Operation(
        method,
        path,
        id,
        summary,
        tag,
        access,
        Set.of(any),
        parameters,
        takes,
        bodyNeeded,
        answers);
  }

  Operation query(Parameter... more) {
    List<Parameter> all = new ArrayList<>(parameters);
    all.addAll(List.of(more));
    return new Operation(
        method, path, id, summary, tag, access, scopes, all, takes, bodyNeeded, answers);
  }

  Operation takes(String schema) {
    return new Operation(
        method, path, id, summary, tag, access, scopes, parameters, schema, true, answers);
  }

  Operation mayTake(String schema) {
    return new Operation(
        method, path, id, summary, tag, access, scopes, parameters, schema, false, answers);
  }

  Operation answers(int status, String description, String schema) {
    return answers(status, new Answer(description, schema, "application/json", ""));
  }

  Operation answersText(int status, String description, String mediaType, String example) {
    return answers(status, new Answer(description, "", mediaType, example));
  }

  Operation answersNothing(int status, String description) {
    return answers(status, new Answer(description, "", "", ""));
  }

  private Operation answers(int status, Answer answer) {
    SortedMap<Integer, Answer> all = new TreeMap<>(answers);
    all.put(status, answer);
    return new Operation(
        method, path, id, summary, tag, access, scopes, parameters, takes, bodyNeeded, all);
  }

  /** Whether a key makes a repeated call harmless. */
  boolean takesKey() {
    return method.equals("POST") && access == Access.PERSON;
  }

  boolean namesOne() {
    return path.contains("{id}");
  }
}
