package dev.bauta.service.chat.slack;

import dev.bauta.service.access.AccessRequest;
import dev.bauta.service.access.Actor;
import dev.bauta.service.access.Delegation;
import dev.bauta.service.access.RequestQuery;
import dev.bauta.service.access.RequestState;
import dev.bauta.service.chat.ChatServices;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;

/**
 * What a person has to do with, newest first.
 *
 * @param own the person's requests that are not over
 * @param waiting those that wait for this person, also in the place of somebody who is away
 */
record Matters(List<AccessRequest> own, List<AccessRequest> waiting) {
  private static final int LOOKED_AT = 200;

  static Matters of(ChatServices services, Actor actor) {
    Instant now = services.clock().instant();
    List<Delegation> running =
        services.store().delegations(now).stream().filter(d -> !d.from().isAfter(now)).toList();
    RequestQuery open =
        RequestQuery.newest(LOOKED_AT)
            .in(EnumSet.of(RequestState.PENDING, RequestState.APPROVED, RequestState.ACTIVE))
            .seenBy(actor.name(), now);
    List<AccessRequest> all =
        services.store().requests(open).stream().map(r -> r.askingAlso(running)).toList();
    return new Matters(
        all.stream().filter(r -> r.requester().equals(actor.name())).toList(),
        all.stream().filter(r -> waitsFor(r, actor.name())).toList());
  }

  private static boolean waitsFor(AccessRequest request, String person) {
    return request.openStage().filter(s -> s.approvers().containsKey(person)).isPresent()
        && !request.approvers().contains(person)
        && !request.requester().equals(person);
  }
}
