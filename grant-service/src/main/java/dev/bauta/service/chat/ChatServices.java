package dev.bauta.service.chat;

import dev.bauta.service.access.Approve;
import dev.bauta.service.access.Ask;
import dev.bauta.service.access.BreakGlass;
import dev.bauta.service.access.Cancel;
import dev.bauta.service.access.ChatAccount;
import dev.bauta.service.access.Deny;
import dev.bauta.service.access.Directory;
import dev.bauta.service.access.Extend;
import dev.bauta.service.access.PolicyInForce;
import dev.bauta.service.access.Revoke;
import dev.bauta.service.access.Store;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;

/**
 * All that a chat platform may call.
 *
 * @param linking what to tell a chat account that wants to say who it is; empty where people cannot
 *     sign in
 */
public record ChatServices(
    Ask ask,
    Approve approve,
    Deny deny,
    Cancel cancel,
    Revoke revoke,
    Extend extend,
    BreakGlass breakGlass,
    Store store,
    PolicyInForce policy,
    Directory directory,
    Optional<Function<ChatAccount, String>> linking,
    Inbox inbox,
    Clock clock) {}
