package dev.bauta.service.app;

import dev.bauta.grants.Keys;
import java.security.PublicKey;

/**
 * Names an audit log by its key, so that its name stays the same whatever the configuration says.
 */
final class AuditOrigin {
  private AuditOrigin() {}

  static String of(PublicKey auditKey) {
    return "bauta/audit/" + Keys.kid(auditKey);
  }
}
