package dev.bauta.agent.core.grants;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Sends receipts: every second where something was shown, at once where another version came into
 * force, rarely while the service does not take them. A batch goes out until it is taken.
 * Thread-safe.
 */
final class ReceiptSender {

  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
  private static final long LONGEST_WAIT = 30 * SECOND;
  private static final int PATIENCE_MILLIS = 5_000;

  /** The application is going down and must not wait for us. */
  private static final int LAST_PATIENCE_MILLIS = 1_000;

  private final GrantSettings settings;
  private final ServiceConnection service;
  private final Receipts receipts;
  private final Say say;
  private final ObjectMapper json = new ObjectMapper();
  private final ReentrantLock sending = new ReentrantLock();
  private volatile boolean heard;
  private long due;
  private boolean begun;
  private int failures;

  ReceiptSender(GrantSettings settings, ServiceConnection service, Receipts receipts, Say say) {
    this.settings = settings;
    this.service = service;
    this.receipts = receipts;
    this.say = say;
  }

  /** Sends where it is time to; called several times a second, by one thread. */
  void tick(long now) {
    boolean back = heard && failures > 0; // do not let what is due wait for the next try
    heard = false;
    boolean wait = begun && now - due < 0;
    if (wait && !back && (failures > 0 || !receipts.newsOfVersion())) {
      return;
    }
    begun = true;
    failures = send(PATIENCE_MILLIS) ? 0 : Math.min(failures + 1, 5);
    long pause = Math.min(LONGEST_WAIT, SECOND << failures);
    due = now + (failures == 0 ? SECOND : ThreadLocalRandom.current().nextLong(pause / 2, pause));
  }

  /** The service is there. */
  void heard() {
    heard = true;
  }

  /** What is still to be told, in the last moment. */
  void sendLast() {
    send(LAST_PATIENCE_MILLIS);
  }

  private boolean send(int patienceMillis) {
    if (!sending.tryLock()) {
      return false; // the other thread is at it
    }
    try {
      Receipts.Batch batch = receipts.next();
      if (batch == null) {
        return true;
      }
      int status =
          service.post("/agent/v1/receipts", json.writeValueAsBytes(body(batch)), patienceMillis);
      if (status / 100 == 2) {
        receipts.acknowledged(batch);
        return true;
      }
      say.say(
          "receipts are not taken, they will be sent again: " + ServiceConnection.answered(status));
    } catch (IOException | RuntimeException away) {
      say.say("receipts are not taken, they will be sent again", away);
    } finally {
      sending.unlock();
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
    for (Receipts.Line line : batch.lines()) {
      counts
          .addObject()
          .put("grant", line.grant())
          .put("sink", line.sink())
          .put("type", line.type())
          .put("field", line.field())
          .put("count", line.count());
    }
    return body;
  }
}
