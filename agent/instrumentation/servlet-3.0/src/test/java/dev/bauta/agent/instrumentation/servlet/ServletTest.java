package dev.bauta.agent.instrumentation.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bauta.agent.api.Identity;
import dev.bauta.agent.api.ViewerSources;
import dev.bauta.agent.testing.Libraries;
import dev.bauta.agent.testing.RewritingLoader;
import dev.bauta.agent.testing.TestAgent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ServletTest {

  private final TestAgent agent = TestAgent.of(new ServletInstrumentation());

  static List<Path> jars() {
    return Stream.of("javax.servlet-api-", "jakarta.servlet-api-")
        .flatMap(prefix -> Libraries.jars(prefix).stream())
        .toList();
  }

  @ParameterizedTest
  @MethodSource("jars")
  void userPrincipal_isOnTheThread_whileTheServletRuns(Path jar) {
    assertThat(serve(jar, Map.of("getUserPrincipal", "grace", "getRequestURI", "/")))
        .isEqualTo("grace");
    assertThat(agent.viewers().depth()).isZero();
    assertThat(agent.viewers().entered()).isEqualTo(1);
    assertThat(agent.masking().failures()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("jars")
  void remoteUser_isAskedWhereThereIsNoPrincipal(Path jar) {
    assertThat(serve(jar, Map.of("getRemoteUser", "grace", "getRequestURI", "/")))
        .isEqualTo("grace");
  }

  @ParameterizedTest
  @MethodSource("jars")
  void requestWithoutUser_isNobody(Path jar) {
    assertThat(serve(jar, Map.of("getRequestURI", "/"))).isNull();
    assertThat(serve(jar, Map.of("getUserPrincipal", "", "getRequestURI", "/"))).isNull();
  }

  @ParameterizedTest
  @MethodSource("jars")
  void headerOfAKnownProxy_namesThePrincipal_whereTheServerKnowsNone(Path jar) {
    agent.viewers().sources(new ViewerSources("X-User", "10.0.0.1"::equals, null));
    assertThat(serve(jar, proxied("10.0.0.1", " grace "))).isEqualTo("grace");
    assertThat(serve(jar, proxied("10.0.0.2", "grace"))).isNull();
    assertThat(serve(jar, proxied("10.0.0.1"))).isNull();
    assertThat(serve(jar, proxied("10.0.0.1", ""))).isNull();
    assertThat(serve(jar, proxied("10.0.0.1", "grace", "linus"))).isNull();
    Map<String, Object> known = new HashMap<>(proxied("10.0.0.1", "grace"));
    known.put("getUserPrincipal", "ada");
    assertThat(serve(jar, known)).isEqualTo("ada");
    assertThat(agent.masking().failures()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("jars")
  void withoutAHeaderConfigured_noneIsBelieved(Path jar) {
    assertThat(serve(jar, proxied("10.0.0.1", "grace"))).isNull();
  }

  private static Map<String, Object> proxied(String address, String... users) {
    return Map.of(
        "getRequestURI",
        "/",
        "getRemoteAddr",
        address,
        "getHeaders",
        Collections.enumeration(List.of(users)));
  }

  @ParameterizedTest
  @MethodSource("jars")
  void request_tellsItsFacts_toARuleForARole(Path jar) {
    assertThat(facts(jar, Map.of("isUserInRole", true, "getAuthType", "FORM")))
        .isEqualTo("true null FORM -1");
    agent.viewers().sources(new ViewerSources(null, a -> a != null && a.startsWith("10."), null));
    assertThat(facts(jar, Map.of("isUserInRole", false, "getRemoteAddr", "192.0.2.1")))
        .isEqualTo("false 192.0.2.1 null -1");
    assertThat(forwarded(jar, "192.0.2.1", "203.0.113.9")).isEqualTo("192.0.2.1");
    assertThat(forwarded(jar, "10.0.0.1", "198.51.100.1, 203.0.113.9 ,10.0.0.2"))
        .isEqualTo("203.0.113.9");
    assertThat(forwarded(jar, "10.0.0.1", "198.51.100.1", "203.0.113.9")).isEqualTo("203.0.113.9");
    assertThat(forwarded(jar, "10.0.0.1")).isEqualTo("null");
    assertThat(forwarded(jar, "10.0.0.1", "10.0.0.3")).isEqualTo("null");
    assertThat(agent.masking().failures()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("jars")
  void requestThatCannotTellItsFacts_hasNone(Path jar) {
    RuntimeException failure = new IllegalStateException("recycled");
    assertThat(
            facts(
                jar,
                Map.of(
                    "isUserInRole", failure,
                    "getRemoteAddr", failure,
                    "getAuthType", failure,
                    "getSession", failure)))
        .isEqualTo("false null null -1");
    assertThat(agent.masking().failures()).hasSize(4);
  }

  private String forwarded(Path jar, String peer, String... headers) {
    Map<String, Object> getters =
        Map.of(
            "isUserInRole",
            true,
            "getRemoteAddr",
            peer,
            "getHeaders",
            Collections.enumeration(List.of(headers)));
    return facts(jar, getters).split(" ", -1)[1];
  }

  private String facts(Path jar, Map<String, ?> getters) {
    Map<String, Object> all = new HashMap<>(getters);
    all.put("getRequestURI", "/");
    return (String) serve(jar, this::facts, all);
  }

  private String facts() {
    Identity request = (Identity) agent.viewers().source();
    return request.hasRole("support")
        + " "
        + request.remoteAddress()
        + " "
        + request.authentication()
        + " "
        + request.sessionSeconds();
  }

  @ParameterizedTest
  @MethodSource("jars")
  void servletThatThrows_leavesNobodyBehind(Path jar) {
    assertThat(serve(jar, Map.of("getUserPrincipal", "grace"))).isEqualTo("grace threw no URI");
    assertThat(agent.viewers().depth()).isZero();
    assertThat(agent.viewers().entered()).isEqualTo(1);
  }

  @ParameterizedTest
  @MethodSource("jars")
  void requestThatCannotTell_isNobody(Path jar) {
    RuntimeException failure = new IllegalStateException("recycled");
    assertThat(serve(jar, Map.of("getUserPrincipal", failure, "getRequestURI", "/"))).isNull();
    assertThat(agent.masking().failures()).containsExactly(failure);
  }

  @ParameterizedTest
  @MethodSource("jars")
  void request_isNotAskedUnlessSomebodyWantsToKnow(Path jar) {
    RuntimeException asked = new IllegalStateException("asked");
    Supplier<String> incurious = () -> "fine";
    assertThat(serve(jar, incurious, Map.of("getUserPrincipal", asked, "getRequestURI", "/")))
        .isEqualTo("fine");
    assertThat(agent.masking().failures()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("jars")
  void stackThatIsUsedUp_leavesNobodyBehind(Path jar) throws InterruptedException {
    List<Object> wrong = new ArrayList<>();
    for (int extra = 0; extra < 40; extra++) { // so that it ends now here, now there
      long stack = 200_000 + extra * 48L;
      Thread thread = new Thread(null, () -> overflow(jar, wrong), "pooled", stack);
      thread.start();
      thread.join();
    }
    assertThat(wrong).isEmpty();
  }

  private void overflow(Path jar, List<Object> wrong) {
    Object answer = serve(jar, Map.of("getUserPrincipal", "grace", "getPathInfo", "/again"));
    if (!"overflow".equals(answer) || agent.viewers().depth() != 0) {
      wrong.add(answer + " with " + agent.viewers().depth() + " left");
    }
  }

  private Object serve(Path jar, Map<String, ?> getters) {
    return serve(jar, agent.viewers()::name, getters);
  }

  @SuppressWarnings("unchecked")
  private Object serve(Path jar, Supplier<?> who, Map<String, ?> getters) {
    RewritingLoader loader = agent.load(jar, Libraries.testClasses());
    String name = jar.getFileName().toString().startsWith("javax") ? "Javax" : "Jakarta";
    UnaryOperator<Object> scenario =
        loader.create(
            "dev.bauta.agent.instrumentation.servlet." + name + "Scenario", UnaryOperator.class);
    return scenario.apply(new Object[] {who, getters});
  }
}
