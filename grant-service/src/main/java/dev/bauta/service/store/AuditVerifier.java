package dev.bauta.service.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bauta.service.audit.Checkpoint;
import dev.bauta.service.audit.CheckpointException;
import dev.bauta.service.audit.Commitment;
import dev.bauta.service.audit.Frontier;
import dev.bauta.service.audit.MerkleTree;
import dev.bauta.service.audit.SignedNote;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/**
 * Checks a log from its first record to its last: numbers, hashes, the head, every signed
 * checkpoint, the personal facts it commits to, and that the requests' states are the ones the log
 * tells. Reads only.
 */
public final class AuditVerifier {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final String origin;
  private final PublicKey key;

  public AuditVerifier(String origin, PublicKey key) {
    this.origin = origin;
    this.key = key;
  }

  /**
   * What was found.
   *
   * @param size how many records
   * @param root the tree's root, base64
   * @param checkpoints how many signed checkpoints agree
   * @param faults what is wrong, one sentence each; empty for a sound log
   */
  public record Report(long size, String root, int checkpoints, List<String> faults) {
    public boolean isSound() {
      return faults.isEmpty();
    }
  }

  /**
   * Reads the whole log.
   *
   * @param outside checkpoints kept elsewhere, which a rewritten database would contradict
   */
  public Report verify(Database database, List<String> outside) {
    return database.snapshot("the audit log", handle -> verify(handle, outside));
  }

  private Report verify(Handle handle, List<String> outside) {
    List<String> faults = new ArrayList<>();
    Set<String> notes =
        new LinkedHashSet<>(
            handle
                .createQuery("select note from audit_checkpoint order by size")
                .mapTo(String.class)
                .list());
    notes.addAll(outside);
    Map<Long, List<Checkpoint>> checkpoints = checkpoints(notes, faults);
    States states = new States();
    Frontier[] tree = {Frontier.EMPTY};
    int[] agreeing = {compare(tree[0], checkpoints, faults)};
    handle
        .createQuery("select seq, record, leaf from audit_record order by seq")
        .setFetchSize(1000)
        .map(
            (row, context) ->
                new Row(row.getLong("seq"), row.getString("record"), row.getString("leaf")))
        .forEach(
            row -> {
              check(row, tree[0].size(), faults);
              states.add(row);
              tree[0] =
                  tree[0].append(
                      MerkleTree.leafHash(row.record().getBytes(StandardCharsets.UTF_8)));
              agreeing[0] += compare(tree[0], checkpoints, faults);
            });
    checkpoints.keySet().stream()
        .filter(size -> size > tree[0].size())
        .forEach(
            size ->
                faults.add(
                    "the log ends at "
                        + tree[0].size()
                        + " records, but was signed with "
                        + size
                        + ": records are missing"));
    head(handle, tree[0], faults);
    personal(handle, faults);
    states.compare(handle, faults);
    return new Report(
        tree[0].size(), Base64.getEncoder().encodeToString(tree[0].root()), agreeing[0], faults);
  }

  private record Row(long number, String record, String leaf) {}

  private Map<Long, List<Checkpoint>> checkpoints(Set<String> notes, List<String> faults) {
    Map<Long, List<Checkpoint>> all = new TreeMap<>();
    for (String note : notes) {
      try {
        Checkpoint checkpoint = SignedNote.verify(note, origin, key);
        all.computeIfAbsent(checkpoint.size(), s -> new ArrayList<>()).add(checkpoint);
      } catch (CheckpointException e) {
        faults.add("a kept checkpoint is not valid: " + e.getMessage());
      }
    }
    return all;
  }

  private static int compare(
      Frontier tree, Map<Long, List<Checkpoint>> checkpoints, List<String> faults) {
    int agreeing = 0;
    for (Checkpoint checkpoint : checkpoints.getOrDefault(tree.size(), List.of())) {
      if (checkpoint.isOf(tree.size(), tree.root())) agreeing++;
      else
        faults.add(
            "the checkpoint at "
                + tree.size()
                + " records has another root: a record before it was changed");
    }
    return agreeing;
  }

  private static void check(Row row, long expected, List<String> faults) {
    if (row.number() != expected)
      faults.add("record " + expected + " is missing: found " + row.number() + " in its place");
    String leaf =
        Base64.getEncoder()
            .encodeToString(MerkleTree.leafHash(row.record().getBytes(StandardCharsets.UTF_8)));
    if (!leaf.equals(row.leaf()))
      faults.add(
          "record " + row.number() + " does not have the hash it was stored with: it was changed");
    if (!row.record().startsWith("{\"v\":1,\"seq\":" + row.number() + ","))
      faults.add("record " + row.number() + " tells another number or version");
  }

  private static void head(Handle handle, Frontier tree, List<String> faults) {
    try {
      Frontier head = AuditLog.head(handle);
      if (head.size() != tree.size() || !Arrays.equals(head.root(), tree.root())) {
        faults.add(
            "the log's head tells "
                + head.size()
                + " records, the log has "
                + tree.size()
                + ", or their hashes differ");
      }
    } catch (IllegalArgumentException e) {
      faults.add(e.getMessage());
    }
  }

  private static void personal(Handle handle, List<String> faults) {
    handle
        .createQuery(
            "select p.seq, p.field, p.salt, p.value, r.record from audit_personal p join audit_record r on r.seq = p.seq order by p.seq")
        .map(
            (row, context) -> {
              Commitment fact =
                  new Commitment(
                      row.getString("field"), row.getString("salt"), row.getString("value"));
              String told =
                  parse(row.getString("record")).path("personal").path(fact.field()).asText();
              if (!told.equals(fact.hash()))
                faults.add(
                    "the "
                        + fact.field()
                        + " beside record "
                        + row.getLong("seq")
                        + " is not the one the record commits to");
              return fact.field();
            })
        .list();
  }

  private static JsonNode parse(String record) {
    try {
      return JSON.readTree(record);
    } catch (JsonProcessingException e) {
      return JSON.createObjectNode();
    }
  }

  /** Where each request is, as the log tells. */
  private static final class States {
    private final Map<String, String> told = new HashMap<>();

    void add(Row row) {
      JsonNode record = parse(row.record());
      String state = record.path("details").path("state").asText("");
      if (!state.isEmpty())
        told.put(
            record.path("request").asText(),
            state + " " + record.path("details").path("requestVersion").asText());
    }

    void compare(Handle handle, List<String> faults) {
      Map<String, String> stored = new HashMap<>();
      handle
          .createQuery("select id, state, version from access_request")
          .map(
              (row, context) ->
                  stored.put(
                      row.getString("id"), row.getString("state") + " " + row.getLong("version")))
          .list();
      stored.forEach(
          (id, state) -> {
            if (!state.equals(told.get(id)))
              faults.add(
                  id
                      + " is stored as "
                      + state
                      + ", the log tells "
                      + told.getOrDefault(id, "nothing of it"));
          });
      told.keySet().stream()
          .filter(id -> !stored.containsKey(id))
          .forEach(id -> faults.add(id + " is in the log, but not stored"));
      handle
          .createQuery(
              "select g.id from access_grant g join access_request r on r.id = g.request_id where r.window_until is null")
          .mapTo(String.class)
          .forEach(id -> faults.add(id + " is stored, but its request was never approved"));
    }
  }
}
