package dev.bauta.service.access;

import java.time.Duration;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Who is asked, too, when a stage has waited for a while.
 *
 * @param after above zero, from when the stage began to wait, or somebody agreed last
 * @param approvers who, and why each of them
 */
public record Escalation(Duration after, SortedMap<String, String> approvers) {
  public Escalation {
    approvers = Collections.unmodifiableSortedMap(new TreeMap<>(approvers));
  }
}
