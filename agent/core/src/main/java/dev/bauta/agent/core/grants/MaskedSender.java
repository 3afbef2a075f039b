package dev.bauta.agent.core.grants;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Tells the service how much is masked here, so that approvers see what a request would show:
 * counts by sink and type, nothing else, every 20 seconds where there are any. No proof of
 * anything: what cannot be told now is told with the next, and a service that does not know of it
 * is left alone for an hour. Used by one thread.
 */
final class MaskedSender {

  private static final long PAUSE = TimeUnit.SECONDS.toNanos(20);
  private static final long LONG_PAUSE = TimeUnit.HOURS.toNanos(1);
  private static final int PATIENCE_MILLIS = 2_000;

  private final GrantSettings settings;
  private final ServiceConnection service;
  private final Supplier<List<Masked>> masked;
  private final Map<String, Long> told = new HashMap<>();
  private final ObjectMapper json = new ObjectMapper();
  private boolean begun;
  private long due;

  MaskedSender(GrantSettings settings, ServiceConnection service, Supplier<List<Masked>> masked) {
    this.settings = settings;
    this.service = service;
    this.masked = masked;
  }

  /** Sends where it is time to; called several times a second. */
  void tick(long now) {
    if (begun && now - due < 0) {
      return;
    }
    begun = true;
    due = now + PAUSE;
    List<Masked> news = news();
    if (news.isEmpty()) {
      return;
    }
    try {
      int status = service.post("/agent/v1/masked", body(news), PATIENCE_MILLIS);
      if (status / 100 == 2) {
        for (Masked one : news) {
          told.merge(key(one), one.total(), Long::sum);
        }
      } else if (status == 404 || status == 405) {
        due = now + LONG_PAUSE;
      }
    } catch (IOException away) {
      // with the next ones; that the service is away is said by those who need it
    }
  }

  private List<Masked> news() {
    List<Masked> news = new ArrayList<>();
    for (Masked one : masked.get()) {
      long more = one.total() - told.getOrDefault(key(one), 0L);
      if (more > 0) {
        news.add(new Masked(one.sink(), one.type(), more));
      }
    }
    return news;
  }

  private static String key(Masked one) {
    return one.sink() + ' ' + one.type();
  }

  private byte[] body(List<Masked> news) throws IOException {
    ObjectNode body = json.createObjectNode();
    body.put("agent", settings.agentId());
    body.put("service", settings.service());
    body.put("environment", settings.environment());
    ArrayNode counts = body.putArray("counts");
    for (Masked one : news) {
      counts.addObject().put("sink", one.sink()).put("type", one.type()).put("count", one.total());
    }
    return json.writeValueAsBytes(body);
  }
}
