package dev.bauta.agent.core;

import dev.bauta.agent.api.Sink;
import dev.bauta.agent.core.grants.GrantSettings;
import dev.bauta.engine.RuleSet;
import dev.bauta.engine.WatchedRules;
import java.util.List;
import java.util.Set;

/**
 * The configuration, read once.
 *
 * @param rules what is personal and how it is hidden
 * @param warnings what the rule file should do otherwise, though it is not wrong
 * @param watched the file the rules are from, or null where there is none
 * @param modes what is done at each sink
 * @param settled the sinks whose mode the file does not decide
 * @param report where and how often what was seen is written, or null for nowhere
 * @param tracking how values are tracked, or null where they are not
 * @param console whether what is printed to the console is looked at
 * @param requireProtected whether the JVM ends where a sink is not protected
 * @param announce whether the status line is printed after start
 * @param grants the grant service, or null where none is configured
 * @param principals where principals come from
 */
record AgentConfig(
    boolean enabled,
    RuleSet rules,
    List<String> warnings,
    WatchedRules watched,
    Modes modes,
    Set<Sink> settled,
    ReportSettings report,
    TrackingSettings tracking,
    boolean console,
    boolean requireProtected,
    boolean announce,
    GrantSettings grants,
    PrincipalSettings principals) {

  /** Whether anybody may ever be shown anything, by a grant or by a rule for a role. */
  boolean showsAnything() {
    return grants != null || !rules.roles().isEmpty();
  }
}
