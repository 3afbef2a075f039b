package dev.bauta.service.access;

import java.util.Locale;

/**
 * What a person may do at all. Who may approve for a service is said by the {@link Policy}, not by
 * a role alone.
 */
public enum Role {
  REQUESTER,
  APPROVER,
  AUDITOR,
  ADMIN;

  /** As it is written in files: {@code approver}. */
  static String word(Role role) {
    return role.name().toLowerCase(Locale.ROOT);
  }
}
