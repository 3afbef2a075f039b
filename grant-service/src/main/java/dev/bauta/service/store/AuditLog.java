package dev.bauta.service.store;

import dev.bauta.service.access.AuditEvent;
import dev.bauta.service.audit.CheckpointSigner;
import dev.bauta.service.audit.Commitment;
import dev.bauta.service.audit.Frontier;
import dev.bauta.service.audit.MerkleTree;
import dev.bauta.service.audit.RecordText;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/**
 * The audit log as it is stored: append, read, prove, sign. Records are never changed. Thread-safe.
 */
public final class AuditLog {
  private final Database database;
  private final CheckpointSigner signer;
  private final Clock clock;

  public AuditLog(Database database, CheckpointSigner signer, Clock clock) {
    this.database = database;
    this.signer = signer;
    this.clock = clock;
  }

  /**
   * A stored record.
   *
   * @param text the bytes that were hashed, as text
   * @param personal what the record commits to, as far as it is not erased
   */
  public record Entry(long number, String text, Map<String, String> personal) {}

  /** A proof about a tree of {@code size} records; hashes in base64. */
  public record Proof(long size, String root, List<String> hashes) {}

  static void append(Handle handle, AuditEvent event) {
    // the head's row is locked before the number is known: numbers, times of commit and hashes are
    // in one order
    Frontier head = lockedHead(handle);
    long number = head.size();
    List<Commitment> personal =
        event.personal().entrySet().stream()
            .map(e -> Commitment.to(e.getKey(), e.getValue()))
            .toList();
    String text = RecordText.of(number, event, personal);
    byte[] leaf = MerkleTree.leafHash(text.getBytes(StandardCharsets.UTF_8));
    handle
        .createUpdate("insert into audit_record (seq, record, leaf) values (:seq, :record, :leaf)")
        .bind("seq", number)
        .bind("record", text)
        .bind("leaf", base64(leaf))
        .execute();
    for (Commitment fact : personal) {
      handle
          .createUpdate(
              "insert into audit_personal (seq, field, salt, value) values (:seq, :field, :salt, :value)")
          .bind("seq", number)
          .bind("field", fact.field())
          .bind("salt", fact.salt())
          .bind("value", fact.value())
          .execute();
    }
    handle
        .createUpdate("update audit_head set frontier = :frontier where id = 1")
        .bind("frontier", head.append(leaf).text())
        .execute();
  }

  private static Frontier lockedHead(Handle handle) {
    return handle
        .createQuery("update audit_head set size = size + 1 where id = 1 returning size, frontier")
        .map((row, context) -> Frontier.of(row.getLong("size") - 1, row.getString("frontier")))
        .one();
  }

  static Frontier head(Handle handle) {
    return handle
        .createQuery("select size, frontier from audit_head where id = 1")
        .map((row, context) -> Frontier.of(row.getLong("size"), row.getString("frontier")))
        .one();
  }

  /** Records with a number above {@code after} (-1 for all), in order. */
  public List<Entry> entries(long after, int limit) {
    return database.read(
        "the audit log",
        handle -> {
          Map<Long, Map<String, String>> personal = new TreeMap<>();
          handle
              .createQuery(
                  "select seq, field, value from audit_personal where seq > :after and seq <= :last")
              .bind("after", after)
              .bind("last", after + limit)
              .map(
                  (row, context) ->
                      personal
                          .computeIfAbsent(row.getLong("seq"), s -> new TreeMap<>())
                          .put(row.getString("field"), row.getString("value")))
              .list();
          return handle
              .createQuery(
                  "select seq, record from audit_record where seq > :after and seq <= :last order by seq")
              .bind("after", after)
              .bind("last", after + limit)
              .map(
                  (row, context) ->
                      new Entry(
                          row.getLong("seq"),
                          row.getString("record"),
                          personal.getOrDefault(row.getLong("seq"), Map.of())))
              .list();
        });
  }

  public long size() {
    return database.read("the audit log", AuditLog::head).size();
  }

  /**
   * Signs the log as it is now, and keeps the checkpoint: the verifier compares every one that was
   * ever kept.
   */
  public String checkpoint() {
    Frontier head = database.read("the audit log", AuditLog::head);
    Optional<String> kept = kept(head.size());
    if (kept.isPresent()) return kept.get();
    String note = signer.sign(head.size(), head.root());
    try {
      database.write(
          handle ->
              handle
                  .createUpdate(
                      "insert into audit_checkpoint (size, note, signed_at) values (:size, :note, :at) on conflict do nothing")
                  .bind("size", head.size())
                  .bind("note", note)
                  .bind("at", Times.micros(clock.instant()))
                  .execute());
    } catch (org.jdbi.v3.core.JdbiException e) {
      throw new StoreException("cannot keep a checkpoint", e);
    }
    return note;
  }

  private Optional<String> kept(long size) {
    return database.read(
        "checkpoints",
        handle ->
            handle
                .createQuery("select note from audit_checkpoint where size = :size")
                .bind("size", size)
                .mapTo(String.class)
                .findOne());
  }

  /**
   * The proof that record {@code number} is in the tree of the first {@code size} records. Reads
   * that many hashes.
   */
  public Proof inclusion(long number, long size) {
    List<byte[]> leaves = leaves(size);
    return proof(leaves, MerkleTree.inclusion(Math.toIntExact(number), leaves));
  }

  /**
   * The proof that the tree of {@code size} records continues the tree of {@code oldSize}. Reads
   * {@code size} hashes.
   */
  public Proof consistency(long oldSize, long size) {
    List<byte[]> leaves = leaves(size);
    return proof(leaves, MerkleTree.consistency(Math.toIntExact(oldSize), leaves));
  }

  private List<byte[]> leaves(long size) {
    List<byte[]> leaves =
        database.read(
            "the audit log",
            handle ->
                new ArrayList<>(
                    handle
                        .createQuery("select leaf from audit_record where seq < :size order by seq")
                        .bind("size", size)
                        .map((row, context) -> Base64.getDecoder().decode(row.getString("leaf")))
                        .list()));
    if (leaves.size() != size)
      throw new IndexOutOfBoundsException("the log has fewer than " + size + " records");
    return leaves;
  }

  private static Proof proof(List<byte[]> leaves, List<byte[]> hashes) {
    return new Proof(
        leaves.size(),
        base64(MerkleTree.root(leaves)),
        hashes.stream().map(AuditLog::base64).toList());
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
