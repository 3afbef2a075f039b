package dev.bauta.service.access;

import dev.bauta.grants.Grant;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A request that has become a grant: issued, recorded and told in one go. */
final class Issuing {
  private Issuing() {}

  /** Past everybody: said aloud, and looked at later. */
  static void breakGlass(Tx tx, AccessRequest after, Actor actor, Instant now) {
    tx.issue(grant(after), after.id());
    tx.append(event(Actions.BREAK_GLASS, after, actor, now));
    tx.enqueue(new Notice(after.id(), Notice.Kind.BREAK_GLASS, now));
  }

  static void issue(Tx tx, AccessRequest after, Actor actor, Instant now) {
    tx.issue(grant(after), after.id());
    tx.append(event(Actions.APPROVED, after, actor, now));
    tx.enqueue(new Notice(after.id(), Notice.Kind.APPROVED, now));
  }

  private static Grant grant(AccessRequest request) {
    Window window = request.window().orElseThrow();
    return new Grant(
        request.grantId(),
        Set.of(request.requester()),
        request.scope(),
        window.from(),
        window.until(),
        request.maxReveals(),
        reasonHash(request),
        request.approvers(),
        request.policyVersion());
  }

  static AuditEvent event(String action, AccessRequest after, Actor actor, Instant now) {
    Map<String, String> details = ScopeDetails.of(after);
    after.stages().stream()
        .map(stage -> stage.approvers().get(actor.name()))
        .filter(why -> why != null)
        .findFirst()
        .ifPresent(why -> details.put("as", why));
    details.put("agreed", Integer.toString(after.agreed()));
    details.put("needed", Integer.toString(after.approvalsNeeded()));
    AuditEvent event = AuditEvent.done(now, action, actor, after, details);
    Optional<String> subject = after.scope().subject();
    return subject.isPresent() ? event.withPersonal("subject", subject.get()) : event;
  }

  // the id is random, so equal reasons have different hashes and a guessed reason proves nothing
  // about another request
  private static String reasonHash(AccessRequest request) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      byte[] hash =
          sha.digest((request.id() + "\n" + request.reason()).getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
