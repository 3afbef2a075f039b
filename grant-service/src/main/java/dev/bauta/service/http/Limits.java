package dev.bauta.service.http;

import dev.bauta.engine.AddressRange;
import java.util.List;

/**
 * How much somebody may send. Each instance counts for itself.
 *
 * @param callsPerPerson in a minute
 * @param callsPerAddress in a minute, but for agents
 * @param failedSignIns in a minute from one address
 * @param streams of agents at the same time
 * @param trustedProxies whose word about the address they forward for is taken; empty for nobody's
 */
public record Limits(
    int callsPerPerson,
    int callsPerAddress,
    int failedSignIns,
    int streams,
    List<AddressRange> trustedProxies) {
  public Limits {
    trustedProxies = List.copyOf(trustedProxies);
  }
}
