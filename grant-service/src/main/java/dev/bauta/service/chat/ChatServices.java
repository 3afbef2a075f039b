package dev.bauta.service.chat;

import dev.bauta.service.access.Approve;
import dev.bauta.service.access.Ask;
import dev.bauta.service.access.BreakGlass;
import dev.bauta.service.access.Cancel;
import dev.bauta.service.access.Deny;
import dev.bauta.service.access.Directory;
import dev.bauta.service.access.Extend;
import dev.bauta.service.access.PolicyInForce;
import dev.bauta.service.access.Revoke;
import dev.bauta.service.access.Store;
import java.time.Clock;

/** All that a chat platform may call. */
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
    Inbox inbox,
    Clock clock) {}
