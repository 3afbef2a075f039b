package dev.bauta.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bauta.demo.Ports;
import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** People sign in at a real OpenID Connect provider, in a browser that keeps cookies. */
class SignInIT {

  private static final String ASK =
      "{\"service\":\"desk\",\"environment\":\"production\",\"sinks\":[\"json\"],\"types\":[\"email\"],"
          + "\"reason\":\"the customer gets no mail\",\"minutes\":5}";

  private static String service;
  private static Process provider;
  private static Process running;

  @BeforeAll
  static void start() throws Exception {
    Path folder = Layout.scratch("sign in");
    int providerPort = Ports.free();
    int port = Ports.free();
    service = "http://127.0.0.1:" + port;
    provider =
        java(
            folder,
            "provider",
            Map.of(),
            "-XX:TieredStopAtLevel=1",
            "-jar",
            Layout.app("identity", "identity.jar").toString(),
            "--server.port=" + providerPort,
            "--redirect-uri=" + service + "/sign-in/callback");
    running = service(folder, port, "http://127.0.0.1:" + providerPort);
    until("http://127.0.0.1:" + providerPort + "/.well-known/openid-configuration");
    until(service + "/health");
  }

  @AfterAll
  static void stop() {
    running.destroyForcibly();
    provider.destroyForcibly();
  }

  private static Process service(Path folder, int port, String issuer) throws Exception {
    Path config =
        Files.writeString(
            Files.createDirectories(folder.resolve("service-" + port)).resolve("service.yaml"),
            String.join(
                "\n",
                "http: {port: " + port + "}",
                "sign-in:",
                "  url: http://127.0.0.1:" + port,
                "  issuer: " + issuer,
                "  client-id: bauta",
                "  claim: preferred_username",
                "people:",
                "  - {name: grace, roles: [requester]}",
                "  - {name: linus, roles: [requester, approver], sign-in: linus.t}",
                "  - {name: ada, roles: [auditor], api-token-sha256: " + sha256("ada-token") + "}",
                "services:",
                "  - {name: desk, environments: [production], approvers: [linus]}",
                ""));
    return java(
        folder,
        "service-" + port,
        Map.of("OIDC_CLIENT_SECRET", "not-so-secret"),
        "-XX:TieredStopAtLevel=1",
        "-jar",
        Layout.grantService().toString(),
        "serve",
        "--config",
        config.toString());
  }

  private static Process java(
      Path folder, String name, Map<String, String> environment, String... arguments)
      throws IOException {
    java.util.ArrayList<String> command = new java.util.ArrayList<>();
    command.add(Jdks.oldest().java().toString());
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    return builder
        .directory(folder.toFile())
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve(name + ".log").toFile())
        .start();
  }

  private static void until(String url) throws Exception {
    for (int i = 0; i < 600; i++) {
      try {
        if (new Browser().get(url).statusCode() == 200) return;
      } catch (IOException notYet) {
        // it starts
      }
      Thread.sleep(100);
    }
    throw new AssertionError("no answer from " + url);
  }

  private static String sha256(String text) throws Exception {
    return HexFormat.of()
        .formatHex(
            MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  /** Keeps cookies, follows redirects, fills in the provider's form. */
  private static final class Browser {
    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient http = HttpClient.newBuilder().cookieHandler(cookies).build();

    HttpResponse<String> get(String url, String... headers) throws Exception {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(URI.create(url)).header("Accept", "text/html, */*;q=0.8");
      if (headers.length > 0) request.headers(headers);
      return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> post(String url, String type, String body, String... headers)
        throws Exception {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(URI.create(url)).header("Content-Type", type);
      if (headers.length > 0) request.headers(headers);
      return http.send(
          request.POST(HttpRequest.BodyPublishers.ofString(body)).build(),
          HttpResponse.BodyHandlers.ofString());
    }

    /** Everything up to the provider's answer, which is not followed. */
    String callback(String user, String to) throws Exception {
      HttpResponse<String> answer = untilCallback(get(service + "/sign-in?to=" + to));
      // the provider shows its form once to a browser, and knows it from then on
      if (answer.statusCode() == 200) answer = untilCallback(filledIn(answer, user));
      return SignInIT.location(answer);
    }

    private HttpResponse<String> filledIn(HttpResponse<String> form, String user) throws Exception {
      Matcher token =
          Pattern.compile("name=\"_csrf\"[^>]* value=\"([^\"]+)\"").matcher(form.body());
      assertThat(token.find()).as(form.body()).isTrue();
      String fields =
          "username=" + user + "&password=" + user + "-password&_csrf=" + encoded(token.group(1));
      return post(
          form.uri().resolve("/login").toString(), "application/x-www-form-urlencoded", fields);
    }

    /** The answer that sends the browser back to us, or the first that sends it nowhere. */
    private HttpResponse<String> untilCallback(HttpResponse<String> first) throws Exception {
      HttpResponse<String> last = first;
      while (last.statusCode() / 100 == 3) {
        String next = last.uri().resolve(SignInIT.location(last)).toString();
        if (next.startsWith(service + "/sign-in/callback")) return last;
        last = get(next);
      }
      return last;
    }

    HttpResponse<String> follow(HttpResponse<String> answer) throws Exception {
      HttpResponse<String> last = answer;
      while (last.statusCode() / 100 == 3) {
        String location = last.headers().firstValue("Location").orElseThrow();
        last = get(last.uri().resolve(location).toString());
      }
      return last;
    }

    HttpResponse<String> signIn(String user) throws Exception {
      return follow(get(callback(user, "/me")));
    }

    private static String encoded(String text) {
      return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
  }

  @Test
  void whoSignsIn_isWhoThePolicyMeans_andACookieIsAsGoodAsAToken() throws Exception {
    Browser grace = new Browser();
    HttpResponse<String> back = grace.get(grace.callback("grace", "/me"));
    assertThat(back.statusCode()).isEqualTo(302);
    assertThat(back.headers().allValues("Set-Cookie"))
        .anySatisfy(
            cookie ->
                assertThat(cookie)
                    .startsWith("bauta-session=")
                    .contains("HttpOnly", "SameSite=Lax", "Path=/", "Max-Age=28800"));
    assertThat(grace.follow(back).body()).contains("signed in as <b>grace</b>", "requester");

    HttpResponse<String> asked =
        grace.post(service + "/api/v1/requests", "application/json", ASK, "Origin", service);
    assertThat(asked.statusCode()).isEqualTo(201);
    assertThat(asked.body()).contains("\"requester\":\"grace\"");
    String id = asked.body().replaceFirst("(?s).*\"id\":\"(req-[^\"]+)\".*", "$1");

    Browser linus = new Browser();
    assertThat(linus.signIn("u-4711").body()).contains("signed in as <b>linus</b>");
    HttpResponse<String> approved =
        linus.post(
            service + "/api/v1/requests/" + id + "/approve",
            "application/json",
            "{}",
            "Sec-Fetch-Site",
            "same-origin");
    assertThat(approved.body()).contains("\"state\":\"APPROVED\"", "linus");
    assertThat(audit()).contains("person.signed-in").contains("\\\"via\\\":\\\"web\\\"");
  }

  @Test
  void anotherSitesPage_canDoNothingWithTheCookie() throws Exception {
    Browser grace = new Browser();
    grace.signIn("grace");
    for (String[] header :
        new String[][] {
          {"Sec-Fetch-Site", "cross-site"},
          {"Sec-Fetch-Site", "same-site"},
          {"Sec-Fetch-Site", "none"},
          {"Origin", "https://evil.example"},
          {"Origin", "null"},
          {"X-Nothing", "of the kind"}
        }) {
      HttpResponse<String> refused =
          grace.post(service + "/api/v1/requests", "application/json", ASK, header);
      assertThat(refused.statusCode()).as(header[1]).isEqualTo(403);
      assertThat(refused.body()).contains("another site");
    }
    assertThat(
            grace
                .post(service + "/sign-out", "text/plain", "", "Origin", "https://evil.example")
                .statusCode())
        .isEqualTo(403);
    assertThat(grace.get(service + "/api/v1/requests").statusCode()).isEqualTo(200);
  }

  @Test
  void whatWasBegunInOneBrowser_endsThere_once() throws Exception {
    Browser grace = new Browser();
    String callback = grace.callback("grace", "/me");
    HttpResponse<String> thief = new Browser().get(callback);
    assertThat(thief.statusCode()).isEqualTo(403);
    assertThat(thief.body()).contains("not begun in this browser");
    // it was used up by that: a state is good for one try, whoever makes it
    assertThat(grace.get(callback).statusCode()).isEqualTo(403);

    String again = grace.callback("grace", "/me");
    assertThat(grace.get(again).statusCode()).isEqualTo(302);
    assertThat(grace.get(again).statusCode()).isEqualTo(403);
    assertThat(grace.get(service + "/sign-in/callback?code=x&state=forged").statusCode())
        .isEqualTo(403);
    assertThat(grace.get(service + "/sign-in/callback").statusCode()).isEqualTo(403);
  }

  @Test
  void codeOfAnotherSignIn_isRefusedByTheProvider() throws Exception {
    Browser mallory = new Browser();
    String theirs = mallory.callback("u-4711", "/me").replaceFirst(".*code=([^&]+).*", "$1");
    Browser grace = new Browser();
    String own = grace.callback("grace", "/me");
    HttpResponse<String> swapped = grace.get(own.replaceFirst("code=[^&]+", "code=" + theirs));
    assertThat(swapped.statusCode()).isEqualTo(403);
    assertThat(swapped.body()).contains("did not confirm the sign-in");
    assertThat(grace.get(service + "/api/v1/requests").statusCode()).isEqualTo(401);
  }

  @Test
  void employeeWhoIsNotKnownHere_isToldSo_andThatIsRecorded() throws Exception {
    Browser stranger = new Browser();
    HttpResponse<String> answer = stranger.signIn("u-4712");
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("not known here").doesNotContain("somebody.else");
    assertThat(stranger.get(service + "/api/v1/requests").statusCode()).isEqualTo(401);
    assertThat(audit()).contains("person.unknown");
  }

  @Test
  void signingOut_endsTheSession_notOnlyTheCookie() throws Exception {
    Browser grace = new Browser();
    HttpResponse<String> back = grace.get(grace.callback("grace", "/me"));
    String cookie = back.headers().firstValue("Set-Cookie").orElseThrow();
    for (String one : back.headers().allValues("Set-Cookie"))
      if (one.startsWith("bauta-session=")) cookie = one.replaceFirst(";.*", "");
    assertThat(new Browser().get(service + "/api/v1/requests", "Cookie", cookie).statusCode())
        .isEqualTo(200);
    grace.post(service + "/sign-out", "text/plain", "", "Origin", service);
    assertThat(new Browser().get(service + "/api/v1/requests", "Cookie", cookie).statusCode())
        .isEqualTo(401);
    assertThat(grace.get(service + "/me").statusCode()).isEqualTo(302);
    assertThat(audit()).contains("person.signed-out");
  }

  @Test
  void whereToGoNext_isAPlaceOfOurs() throws Exception {
    Browser grace = new Browser();
    assertThat(location(grace.get(grace.callback("grace", "/openapi.json"))))
        .endsWith("/openapi.json");
    for (String elsewhere : List.of("https://evil.example", "//evil.example", "/%5Cevil.example"))
      assertThat(location(grace.get(grace.callback("grace", elsewhere)))).endsWith("/me");
  }

  private static String location(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElseThrow();
  }

  @Test
  void providerThatIsAway_keepsNothingFromStarting_andIsSaid() throws Exception {
    int port = Ports.free();
    Process lonely =
        service(Layout.scratch("sign in away"), port, "http://127.0.0.1:" + Ports.free());
    try {
      until("http://127.0.0.1:" + port + "/health");
      HttpResponse<String> answer = new Browser().get("http://127.0.0.1:" + port + "/sign-in");
      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(answer.body()).contains("cannot be reached");
    } finally {
      lonely.destroyForcibly();
    }
  }

  private static String audit() throws Exception {
    return new Browser().get(service + "/api/v1/audit", "Authorization", "Bearer ada-token").body();
  }
}
