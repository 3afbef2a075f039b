package dev.bauta.service.access;

import dev.bauta.grants.Grant;
import java.time.Instant;
import java.util.OptionalLong;

/**
 * An issued grant as it is stored; never deleted.
 *
 * @param request the request it came from
 * @param issuedVersion the version of the grants that brought it to the agents
 * @param endedVersion the version that took it away again; empty while it is live
 * @param revealed how many values it has shown, as far as the agents have told
 */
public record GrantRecord(
    Grant grant, String request, long issuedVersion, OptionalLong endedVersion, long revealed) {
  public boolean live(Instant now) {
    return endedVersion.isEmpty() && now.isBefore(grant.expires());
  }
}
