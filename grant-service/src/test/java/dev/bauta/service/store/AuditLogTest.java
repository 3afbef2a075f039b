package dev.bauta.service.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bauta.grants.Keys;
import dev.bauta.service.access.AccessRequest;
import dev.bauta.service.audit.Checkpoint;
import dev.bauta.service.audit.MerkleTree;
import dev.bauta.service.audit.SignedNote;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Engine.class)
class AuditLogTest {
  private final World world;
  private String outside;

  AuditLogTest(Engine engine) {
    world = new World(engine);
  }

  @BeforeEach
  void aLogWithACheckpoint() {
    world.approved();
    outside = world.auditLog.checkpoint();
    world.approved();
    assertThat(world.verify().faults()).isEmpty();
    assertThat(world.verify().checkpoints()).isEqualTo(1);
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void recordChanged_isFound() {
    world.sql("update audit_record set record = replace(record, 'linus', 'alan') where seq = 1");
    assertThat(world.verify().faults())
        .anyMatch(f -> f.contains("record 1 does not have the hash"));
  }

  @Test
  void recordChanged_withItsHash_isFoundByTheHeadAndTheCheckpoint() {
    String changed = world.audit().get(1).replace("linus", "alan");
    String leaf =
        Base64.getEncoder()
            .encodeToString(MerkleTree.leafHash(changed.getBytes(StandardCharsets.UTF_8)));
    world.sql(
        "update audit_record set record = '" + changed + "', leaf = '" + leaf + "' where seq = 1");
    assertThat(world.verify().faults())
        .anyMatch(f -> f.contains("head"))
        .anyMatch(f -> f.contains("checkpoint at 2 records has another root"));
  }

  @Test
  void recordRemoved_isFound() {
    world.sql("delete from audit_personal where seq = 2");
    world.sql("delete from audit_record where seq = 2");
    assertThat(world.verify().faults()).anyMatch(f -> f.contains("record 2 is missing"));
  }

  @Test
  void logCutOff_isFoundByACheckpointKeptOutside_evenIfTheHeadAndTheKeptOnesWereSetBack() {
    world.sql("delete from audit_personal");
    world.sql("delete from audit_checkpoint");
    world.sql("delete from audit_record");
    world.sql("update audit_head set size = 0, frontier = ''");
    world.sql("delete from access_grant");
    world.sql("delete from request_asked");
    world.sql("delete from access_request");
    assertThat(world.verify().isSound()).isTrue(); // nothing inside the database can tell
    AuditVerifier verifier = new AuditVerifier("test", world.auditKey.getPublic());
    assertThat(verifier.verify(world.database, List.of(outside)).faults())
        .singleElement()
        .asString()
        .contains("records are missing");
  }

  @Test
  void logRewritten_andSignedWithAnotherKey_isFound() {
    AuditVerifier other = new AuditVerifier("test", Keys.generate().getPublic());
    assertThat(other.verify(world.database, List.of()).faults())
        .anyMatch(f -> f.contains("not signed by this log's key"));
  }

  @Test
  void stateChangedBehindTheLog_isFound() {
    AccessRequest pending = world.asked();
    world.sql("update access_request set requester = 'eve' where id = '" + pending.id() + "'");
    assertThat(world.verify().isSound()).isTrue();
    world.sql(
        "update access_request set state = 'DENIED', version = 2, closed_at = 1, closed_by = 'x', closed_why = 'y' where id = '"
            + pending.id()
            + "'");
    assertThat(world.verify().faults())
        .anyMatch(
            f -> f.contains(pending.id() + " is stored as DENIED 2, the log tells PENDING 1"));
  }

  @Test
  void personalFactChanged_isFound_erased_isNot() {
    world.sql(
        "update audit_personal set value = 'another reason' where seq = 0 and field = 'reason'");
    assertThat(world.verify().faults()).anyMatch(f -> f.contains("the reason beside record 0"));
    world.sql("delete from audit_personal where seq = 0");
    assertThat(world.verify().isSound()).isTrue();
  }

  @Test
  void proofs_convinceSomebodyWithOnlyTheCheckpoints() {
    Checkpoint older = SignedNote.verify(outside, "test", world.auditKey.getPublic());
    Checkpoint newer =
        SignedNote.verify(world.auditLog.checkpoint(), "test", world.auditKey.getPublic());
    List<byte[]> growth = decoded(world.auditLog.consistency(older.size(), newer.size()));
    assertThat(
            MerkleTree.isConsistent(older.size(), older.root(), newer.size(), newer.root(), growth))
        .isTrue();
    List<byte[]> path = decoded(world.auditLog.inclusion(1, newer.size()));
    byte[] leaf = MerkleTree.leafHash(world.audit().get(1).getBytes(StandardCharsets.UTF_8));
    assertThat(MerkleTree.isIncluded(leaf, 1, newer.size(), path, newer.root())).isTrue();
    assertThatThrownBy(() -> world.auditLog.inclusion(99, newer.size()))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  private static List<byte[]> decoded(AuditLog.Proof proof) {
    return proof.hashes().stream().map(h -> Base64.getDecoder().decode(h)).toList();
  }
}
