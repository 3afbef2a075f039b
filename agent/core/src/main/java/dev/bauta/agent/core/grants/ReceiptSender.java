package dev.bauta.agent.core.grants;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Map;

/** Sends receipts every second, and keeps the table tidy while it is awake. */
final class ReceiptSender implements Runnable {

  private static final long TICK_MILLIS = 250;
  private static final int TICKS_BETWEEN_TRIES = 4;
  private static final int MOST_TICKS_BETWEEN_TRIES = 120;

  private final GrantSettings settings;
  private final ServiceConnection service;
  private final GrantTable table;
  private final Receipts receipts;
  private final ObjectMapper json = new ObjectMapper();
  private int wait;

  ReceiptSender(
      GrantSettings settings, ServiceConnection service, GrantTable table, Receipts receipts) {
    this.settings = settings;
    this.service = service;
    this.table = table;
    this.receipts = receipts;
  }

  @Override
  public void run() {
    int failures = 0;
    try {
      while (true) {
        Thread.sleep(TICK_MILLIS);
        table.sweep();
        if (--wait <= 0) {
          failures = send() ? 0 : failures + 1;
          wait = Math.min(MOST_TICKS_BETWEEN_TRIES, TICKS_BETWEEN_TRIES << Math.min(failures, 5));
        }
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /** Sends what is due; false where the service did not take it. */
  synchronized boolean send() {
    Receipts.Batch batch = receipts.next();
    if (batch == null) {
      return true;
    }
    try {
      if (service.post(json.writeValueAsBytes(body(batch)))) {
        receipts.acknowledged(batch);
        return true;
      }
    } catch (IOException | RuntimeException away) {
      return false; // the same batch goes out again later
    }
    return false;
  }

  private ObjectNode body(Receipts.Batch batch) {
    ObjectNode body = json.createObjectNode();
    body.put("agent", settings.agentId());
    body.put("service", settings.service());
    body.put("environment", settings.environment());
    body.put("number", batch.number());
    body.putObject("applied").put("epoch", batch.epoch()).put("version", batch.version());
    ArrayNode counts = body.putArray("counts");
    for (Map.Entry<Receipts.Key, Long> entry : batch.counts().entrySet()) {
      Receipts.Key key = entry.getKey();
      counts
          .addObject()
          .put("grant", key.grant())
          .put("sink", key.sink())
          .put("type", key.type())
          .put("field", key.field())
          .put("count", entry.getValue());
    }
    return body;
  }
}
