package dev.bauta.service.access;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One step of agreement.
 *
 * @param name what the step is called
 * @param people how many different ones must agree, at least 1
 * @param approvers who is asked, and why each of them: {@code approver of orders}, {@code lead of
 *     grace}
 */
public record Stage(String name, int people, SortedMap<String, String> approvers) {
  public Stage {
    approvers = Collections.unmodifiableSortedMap(new TreeMap<>(approvers));
  }
}
