package dev.bauta.service.access;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a service account may be let do. Deciding is not among them: that is for people.
 *
 * <p>A scope stands for the roles that its operations ask for, and for those operations only.
 */
public enum AccountScope {
  /** Ask, see and take back its own requests. */
  ASK("requests:ask", Set.of(Role.REQUESTER)),
  /** Read all requests and grants, and what agents there are. */
  READ("requests:read", Set.of(Role.AUDITOR)),
  /** End any grant. */
  REVOKE("grants:revoke", Set.of(Role.ADMIN)),
  /** Read the audit log. */
  AUDIT("audit:read", Set.of(Role.AUDITOR));

  private final String word;
  private final Set<Role> roles;

  AccountScope(String word, Set<Role> roles) {
    this.word = word;
    this.roles = roles;
  }

  /** As it is written in files. */
  public String word() {
    return word;
  }

  Set<Role> roles() {
    return roles;
  }

  public static Optional<AccountScope> of(String word) {
    return Arrays.stream(values()).filter(scope -> scope.word.equals(word)).findFirst();
  }

  public static List<String> words() {
    return Arrays.stream(values()).map(AccountScope::word).toList();
  }
}
