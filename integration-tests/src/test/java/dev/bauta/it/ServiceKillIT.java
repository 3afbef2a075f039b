package dev.bauta.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bauta.demo.GrantService;
import dev.bauta.demo.Http;
import dev.bauta.demo.Requests;
import dev.bauta.demo.StoryException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The service is ended with {@code kill -9} between an approver's click and the answer. */
class ServiceKillIT {

  private static final long[] MILLIS_BEFORE_THE_END = {0, 3, 8, 20, 60};

  @Test
  void killedWhileApproving_eitherAllOfItIsStored_orNone() throws InterruptedException {
    try (GrantService service =
        GrantService.start(Installed.on(Jdks.oldest()), Layout.scratch("service killed"))) {
      Requests requests = new Requests(service);
      for (long millis : MILLIS_BEFORE_THE_END) {
        String id = requests.asked("grace", List.of("email"), Map.of());
        CompletableFuture<Integer> click =
            CompletableFuture.supplyAsync(() -> approve(requests, id));
        TimeUnit.MILLISECONDS.sleep(millis);
        service.kill();
        int answer = click.join();
        service.startAgain();

        assertWhole(requests, id, answer);
        assertThat(service.verifyAudit().status()).isZero();
      }
    }
  }

  private static void assertWhole(Requests requests, String id, int answer) {
    String state = requests.state(id);
    long recorded = approvals(requests, id);
    if (state.equals("PENDING")) {
      assertThat(answer).as("an approval that was acknowledged is never lost").isNotEqualTo(200);
      assertThat(recorded).isZero();
      requests.approve("ada", id).expect(200, "the second click");
    } else {
      assertThat(state).isIn("APPROVED", "ACTIVE");
      assertThat(recorded).as("no grant without its record").isEqualTo(1);
    }
    requests.revoke("ada", id).expect(200, "revocation");
  }

  private static long approvals(Requests requests, String id) {
    return requests.audit().stream()
        .filter(row -> row.action().equals("request.approved"))
        .filter(row -> row.outcome().equals("done") && row.request().equals(id))
        .count();
  }

  /** The answer's status, or 0 where none came back. */
  private static int approve(Requests requests, String id) {
    try {
      Http.Answer answer = requests.approve("ada", id);
      return answer.status();
    } catch (StoryException noAnswer) {
      return 0;
    }
  }
}
