package dev.bauta.grants;

import java.time.Instant;
import java.util.Objects;
import java.util.Set;

/**
 * The right of these people to see what the scope covers, from one instant to another.
 *
 * @param people the principals, as the application names them
 * @param notBefore when it begins
 * @param expires when it is over, whatever else is said
 * @param maxReveals how many values it may show in all; more than 0
 * @param reasonHash SHA-256 of the written reason; the reason itself stays in the service
 * @param approvedBy the people who agreed
 * @param policyVersion the policy under which they did
 */
public record Grant(
    String id,
    Set<String> people,
    Scope scope,
    Instant notBefore,
    Instant expires,
    long maxReveals,
    String reasonHash,
    Set<String> approvedBy,
    String policyVersion) {

  /**
   * Copies the sets.
   *
   * @throws IllegalArgumentException for a window that ends before it begins, or no reveals
   */
  public Grant {
    Objects.requireNonNull(id);
    Objects.requireNonNull(scope);
    Objects.requireNonNull(reasonHash);
    Objects.requireNonNull(policyVersion);
    people = Set.copyOf(people);
    approvedBy = Set.copyOf(approvedBy);
    if (!expires.isAfter(notBefore)) {
      throw new IllegalArgumentException("grant " + id + " ends before it begins");
    }
    if (maxReveals <= 0) {
      throw new IllegalArgumentException("grant " + id + " allows no reveals");
    }
  }
}
