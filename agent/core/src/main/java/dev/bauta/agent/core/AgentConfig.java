package dev.bauta.agent.core;

import dev.bauta.agent.api.Sink;
import dev.bauta.agent.core.grants.GrantSettings;
import dev.bauta.engine.RuleSet;
import java.util.Set;

/**
 * The configuration, read once.
 *
 * @param rules what is personal and how it is hidden
 * @param sinks where it is hidden
 * @param announce whether the status line is printed after start
 * @param grants the grant service, or null where none is configured
 */
record AgentConfig(
    boolean enabled, RuleSet rules, Set<Sink> sinks, boolean announce, GrantSettings grants) {}
