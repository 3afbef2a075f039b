package dev.bauta.service.store;

import dev.bauta.service.access.AgentRecord;
import dev.bauta.service.access.Position;
import dev.bauta.service.access.Receipt;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** The tables of agents and their receipts. */
final class AgentRows {
  private AgentRows() {}

  static Optional<AgentRecord> lock(
      Handle handle, String agent, String service, String environment) {
    // an update without effect: it locks the row on PostgreSQL, and SQLite has no other lock to
    // offer or to need
    return handle
        .createQuery(
            "update agent set seen_at = seen_at where agent = :agent and service = :service and environment = :environment"
                + " returning agent, service, environment, epoch, version, last_number, seen_at")
        .bind("agent", agent)
        .bind("service", service)
        .bind("environment", environment)
        .map(AgentRows::map)
        .findOne();
  }

  static List<AgentRecord> since(Handle handle, Instant since) {
    return handle
        .createQuery(
            "select * from agent where seen_at >= :since order by service, environment, agent")
        .bind("since", Times.micros(since))
        .map(AgentRows::map)
        .list();
  }

  static void save(Handle handle, AgentRecord agent) {
    handle
        .createUpdate(
            "insert into agent (service, environment, agent, epoch, version, last_number, seen_at) values (:service, :environment,"
                + " :agent, :epoch, :version, :number, :seen) on conflict (service, environment, agent) do update set"
                + " epoch = excluded.epoch, version = excluded.version, last_number = excluded.last_number, seen_at = excluded.seen_at")
        .bind("service", agent.service())
        .bind("environment", agent.environment())
        .bind("agent", agent.agent())
        .bind("epoch", agent.applied().epoch())
        .bind("version", agent.applied().version())
        .bind("number", agent.lastNumber())
        .bind("seen", Times.micros(agent.seen()))
        .execute();
  }

  static boolean remember(Handle handle, Receipt receipt, Instant at) {
    return handle
            .createUpdate(
                "insert into receipt (service, environment, agent, number, received_at) values (:service, :environment, :agent,"
                    + " :number, :at) on conflict do nothing")
            .bind("service", receipt.service())
            .bind("environment", receipt.environment())
            .bind("agent", receipt.agent())
            .bind("number", receipt.number())
            .bind("at", Times.micros(at))
            .execute()
        == 1;
  }

  private static AgentRecord map(ResultSet row, StatementContext context) throws SQLException {
    return new AgentRecord(
        row.getString("agent"),
        row.getString("service"),
        row.getString("environment"),
        new Position(row.getLong("epoch"), row.getLong("version")),
        row.getLong("last_number"),
        Times.instant(row.getLong("seen_at")));
  }
}
