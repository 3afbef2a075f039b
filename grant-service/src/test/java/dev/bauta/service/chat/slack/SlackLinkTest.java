package dev.bauta.service.chat.slack;

import static dev.bauta.service.chat.slack.Office.GRACE;
import static dev.bauta.service.chat.slack.Office.MALLORY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bauta.service.chat.slack.standin.Message;
import dev.bauta.service.signin.SignInStore;
import dev.bauta.service.store.Database;
import dev.bauta.service.store.SignInRows;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A Slack account is connected with a person: Slack vouches for the account, a session for the
 * person. That sessions come from a provider is {@code SignInIT}'s.
 */
class SlackLinkTest {
  private static final Pattern CODE = Pattern.compile("/link\\?code=([A-Za-z0-9_-]{43})");
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @TempDir Path folder;
  private Office office;

  @BeforeEach
  void open() {
    office = Office.open(folder);
  }

  @AfterEach
  void close() {
    List<String> violations = office.slack.violations();
    office.close();
    assertThat(violations).isEmpty();
  }

  @Test
  void account_becomesThePersons_whoConfirmsIt() throws Exception {
    String code = code(MALLORY);
    signedIn("nia");
    String page = get("nia", "/link?code=" + code).body();
    assertThat(page).contains("<b>U0MALLORY</b>", "<b>T0BAUTA</b>", "<b>nia</b>", "Connect");

    assertThat(post("nia", "/link", code, "cross-site").statusCode()).isEqualTo(403);
    assertThat(post("nia", "/link", code, "same-origin").body()).contains("U0MALLORY is nia");
    office.slack.awaitDirectMessage(MALLORY, m -> m.text().contains("connected with nia"));
    assertThat(office.audit())
        .anyMatch(l -> l.contains("chat.linked") && l.contains("T0BAUTA/U0MALLORY"));

    Message card = office.asked(MALLORY, java.util.Map.of());
    String path = "/api/v1/requests/" + Office.requestId(card);
    assertThat(office.get("olga", path).path("requester").asText()).isEqualTo("nia");
    assertThat(card.shown()).contains("<@U0MALLORY>");

    assertThat(post("nia", "/unlink", "", "same-origin").body()).contains("Disconnected");
    Office.await(() -> whispered(MALLORY, "list", "Yours: nothing."));
  }

  @Test
  void code_isGoodOnce_andForNobodyWhoIsNotSignedIn() throws Exception {
    String code = code(MALLORY);
    HttpResponse<String> stranger = get("nobody", "/link?code=" + code);
    assertThat(stranger.statusCode()).isEqualTo(302);
    assertThat(stranger.headers().firstValue("Location"))
        .contains("/sign-in?to=/link%3Fcode=" + code);
    assertThat(post("nobody", "/link", code, "same-origin").statusCode()).isEqualTo(401);
    signedIn("nia");
    signedIn("olga");
    assertThat(post("nia", "/link", code, "same-origin").statusCode()).isEqualTo(200);
    assertThat(post("olga", "/link", code, "same-origin").statusCode()).isEqualTo(403);
    assertThat(get("olga", "/link?code=" + code).statusCode()).isEqualTo(404);
    assertThat(get("olga", "/link?code=guessed").statusCode()).isEqualTo(404);
  }

  @Test
  void oneAccount_isOnePerson_andOnePersonHasOneAccount() throws Exception {
    signedIn("nia");
    signedIn("grace");
    String first = code(MALLORY);
    String second = code(MALLORY);
    assertThat(post("nia", "/link", first, "same-origin").statusCode()).isEqualTo(200);
    assertThat(post("grace", "/link", second, "same-origin").body())
        .contains("connected with somebody already");
    String others = code("U0NEW");
    assertThat(post("nia", "/link", others, "same-origin").body())
        .contains("connected with a chat account already");
    assertThat(whispered(GRACE, "link", "connected with grace")).isTrue();
  }

  private String code(String user) {
    int before = office.slack.messages("C0RANDOM").size();
    office.slack.command(user, "/unmask", "link");
    Office.await(() -> codes(before, user).findAny().isPresent());
    Matcher matcher = CODE.matcher(codes(before, user).findAny().orElseThrow());
    assertThat(matcher.find()).isTrue();
    return matcher.group(1);
  }

  private java.util.stream.Stream<String> codes(int before, String user) {
    return office.slack.messages("C0RANDOM").stream()
        .skip(before)
        .filter(m -> user.equals(m.seenBy()))
        .map(Message::text)
        .filter(text -> CODE.matcher(text).find());
  }

  private boolean whispered(String user, String typed, String wanted) {
    int before = office.slack.messages("C0RANDOM").size();
    office.slack.command(user, "/unmask", typed);
    Office.await(
        () ->
            office.slack.messages("C0RANDOM").stream()
                .skip(before)
                .anyMatch(m -> user.equals(m.seenBy())));
    return office.slack.messages("C0RANDOM").stream()
        .skip(before)
        .anyMatch(m -> user.equals(m.seenBy()) && m.text().contains(wanted));
  }

  private void signedIn(String person) throws Exception {
    Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
    String hash =
        HexFormat.of()
            .formatHex(
                MessageDigest.getInstance("SHA-256")
                    .digest((person + "-session").getBytes(StandardCharsets.UTF_8)));
    try (Database database = Database.sqlite(office.database())) {
      new SignInRows(database)
          .open(new SignInStore.Session(hash, person, now, now, now.plus(Duration.ofHours(1))));
    }
  }

  private HttpResponse<String> get(String person, String path)
      throws IOException, InterruptedException {
    return HTTP.send(request(person, path).GET().build(), HttpResponse.BodyHandlers.ofString());
  }

  private HttpResponse<String> post(String person, String path, String code, String site)
      throws IOException, InterruptedException {
    return HTTP.send(
        request(person, path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Sec-Fetch-Site", site)
            .POST(HttpRequest.BodyPublishers.ofString("code=" + code))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String person, String path) {
    return HttpRequest.newBuilder(URI.create(office.url() + path))
        .header("Cookie", "bauta-session=" + person + "-session");
  }
}
