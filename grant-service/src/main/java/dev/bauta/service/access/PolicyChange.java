package dev.bauta.service.access;

import java.time.Instant;
import java.util.Set;

/**
 * A policy file that waits for people to agree to it.
 *
 * @param id the SHA-256 of its text in hex: who agrees, agrees to exactly that
 * @param proposed when it was first seen
 * @param approvedBy who has agreed
 */
public record PolicyChange(String id, String text, Instant proposed, Set<String> approvedBy) {
  public PolicyChange {
    approvedBy = Set.copyOf(approvedBy);
  }
}
