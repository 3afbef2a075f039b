package dev.bauta.agent.core;

import java.util.HashSet;
import java.util.Set;

/**
 * Hands the agent's figures on once somebody can read them: to the application's own Micrometer
 * registry where it has one, and to JMX once the platform MBean server is in use. Until then it
 * costs nothing.
 */
final class MeterExport {

  private final AgentMeters figures;
  private final SinkStatus status;
  private final Set<String> inApplication = new HashSet<>();
  private final Set<String> inJmx = new HashSet<>();
  private Meters application;
  private Meters jmx;

  MeterExport(AgentMeters figures, SinkStatus status) {
    this.figures = figures;
    this.status = status;
  }

  void export(LoadedClasses.Round round) {
    if (application == null && round.micrometer() != null) {
      application = ApplicationMeters.of(round.micrometer());
    }
    if (jmx == null && round.mbeanServer()) {
      jmx = JmxMeters.register(status);
    }
    if (application != null) {
      figures.bind(application, inApplication);
    }
    if (jmx != null) {
      figures.bind(jmx, inJmx);
    }
  }
}
