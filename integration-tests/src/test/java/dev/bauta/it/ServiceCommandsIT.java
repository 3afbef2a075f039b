package dev.bauta.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bauta.demo.GrantService;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * {@code bauta request, list, watch, approve, deny, revoke}: the shipped jar and a real service.
 */
class ServiceCommandsIT {

  private static final String ASK = "customer-desk/demo";
  private static final String WHY = "the customer gets no mail";

  private record Outcome(int exit, String out, String err) {
    String id() {
      return out.replaceFirst("(?s)^(\\S+) .*", "$1");
    }
  }

  private static Path folder;
  private static GrantService service;

  @BeforeAll
  static void start() {
    folder = Layout.scratch("service commands");
    service = GrantService.start(Installed.on(Jdks.oldest()), folder);
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @Test
  void request_isListed_approvedForLess_watched_andRevoked() throws Exception {
    Outcome asked = bauta("grace", "request", ASK, "email,phone", "15", WHY, "--ticket", "INC-1");
    assertThat(asked.exit()).as(asked.err()).isZero();
    assertThat(asked.out())
        .contains("pending", "customer-desk/demo", "email,phone", "grace", "15 min")
        .contains("waits for ada", "why: " + WHY + " [INC-1]");
    String id = asked.id();

    assertThat(bauta("ada", "list", "--state", "pending").out()).contains(id);
    assertThat(bauta("linus", "list").out()).doesNotContain(id);
    Outcome own = bauta("grace", "approve", id);
    assertThat(own.exit()).isEqualTo(2);
    assertThat(own.err()).contains("Nobody decides their own request");

    Process watch = started("grace", "watch", id);
    BufferedReader lines = watch.inputReader(StandardCharsets.UTF_8);
    assertThat(lines.readLine()).contains(id + " pending");
    Outcome approved = bauta("ada", "approve", id, "--types", "email", "--minutes", "5");
    assertThat(approved.out()).contains(id + " approved", "email  grace  5 min  until 20");
    Outcome revoked = bauta("ada", "revoke", id, "the customer was reached");
    assertThat(revoked.out()).contains(id + " revoked", "by ada", "the customer was reached");
    assertThat(lines.lines()).anyMatch(line -> line.contains(id + " revoked"));
    assertThat(watch.waitFor()).isZero();
  }

  @Test
  void request_thatWaits_endsWithWhatWasDecided() throws Exception {
    Process asking = started("grace", "request", ASK, "email", "5", WHY, "--wait");
    String id = newestPending();
    assertThat(bauta("ada", "deny", id, "use the test system").exit()).isZero();
    Outcome denied = ended(asking);
    assertThat(denied.out()).contains(id + " denied", "by ada", "closed: use the test system");
    assertThat(denied.exit()).isEqualTo(1);
  }

  @Test
  void whatIsWrong_isSaidByTheService_allAtOnce() throws Exception {
    Outcome wrong = bauta("grace", "request", ASK, "email,shoe-size", "9000", "why");
    assertThat(wrong.exit()).isEqualTo(2);
    assertThat(wrong.err()).contains("types: ", "minutes: ", "reason: ");
    assertThat(bauta("grace", "request", "customer-desk", "email", "5", WHY).err())
        .contains("such as orders/production");
    assertThat(bauta("nobody", "list").err()).contains("tokens create --person NAME");
  }

  @Test
  void token_doesNotTravelInClear_andIsInNoMessage() throws Exception {
    Outcome clear = run("grace", List.of("list", "--url", "http://grants.example.com"));
    assertThat(clear.exit()).isEqualTo(2);
    assertThat(clear.err()).contains("must be an https:// address");
    Outcome away = run("grace", List.of("list", "--url", "http://127.0.0.1:1"));
    assertThat(away.err()).contains("cannot reach http://127.0.0.1:1");
    assertThat(clear.err() + away.err()).doesNotContain(service.token("grace"));
  }

  @Test
  void json_isTheServicesAnswer() throws Exception {
    assertThat(bauta("ada", "list", "--json", "--limit", "1").out()).startsWith("{\"requests\":[");
  }

  private static String newestPending() throws Exception {
    for (int i = 0; i < 100; i++) {
      Outcome list = bauta("ada", "list", "--state", "pending", "--limit", "1");
      if (list.out().startsWith("req-")) return list.id();
    }
    throw new AssertionError("nothing waits");
  }

  private static Outcome bauta(String person, String... arguments) throws Exception {
    return ended(started(person, arguments));
  }

  private static Process started(String person, String... arguments) throws IOException {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--url", service.url()));
    return process(person, all);
  }

  private static Outcome run(String person, List<String> arguments) throws Exception {
    return ended(process(person, arguments));
  }

  private static Process process(String person, List<String> arguments) throws IOException {
    Path token = folder.resolve(person + ".token");
    Files.writeString(token, person.equals("nobody") ? "no-token" : service.token(person));
    List<String> command = new ArrayList<>();
    command.addAll(List.of(Jdks.oldest().java().toString(), "-jar", Layout.agent().toString()));
    command.addAll(arguments);
    command.addAll(List.of("--token-file", token.toString()));
    return new ProcessBuilder(command).start();
  }

  private static Outcome ended(Process process) throws Exception {
    String out = new String(process.getInputStream().readAllBytes());
    String err = new String(process.getErrorStream().readAllBytes());
    if (!process.waitFor(60, TimeUnit.SECONDS)) process.destroyForcibly();
    return new Outcome(process.exitValue(), out.replace("\r\n", "\n"), err);
  }
}
