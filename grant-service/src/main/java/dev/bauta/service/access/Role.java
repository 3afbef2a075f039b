package dev.bauta.service.access;

/**
 * What a person may do at all. Who may approve for a service is said by the {@link Policy}, not by
 * a role alone.
 */
public enum Role {
  REQUESTER,
  APPROVER,
  AUDITOR,
  ADMIN
}
