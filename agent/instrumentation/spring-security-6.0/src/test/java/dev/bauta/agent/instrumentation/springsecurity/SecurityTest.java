package dev.bauta.agent.instrumentation.springsecurity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bauta.agent.api.Identity;
import dev.bauta.agent.testing.Libraries;
import dev.bauta.agent.testing.Rewriter;
import dev.bauta.agent.testing.RewritingLoader;
import dev.bauta.agent.testing.TestAgent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SecurityTest {

  private final TestAgent agent = TestAgent.of(new SecurityInstrumentation());

  static List<Path> versions() {
    return Libraries.jars("spring-security-core-");
  }

  static Stream<Arguments> strategies() {
    return versions().stream()
        .flatMap(
            jar ->
                Stream.of("MODE_THREADLOCAL", "MODE_INHERITABLETHREADLOCAL")
                    .map(strategy -> Arguments.of(jar, strategy)));
  }

  @ParameterizedTest
  @MethodSource("versions")
  void everyVersion_hasTheHookPoints(Path jar) {
    Rewriter rewriter = new Rewriter(new SecurityInstrumentation().hooks());
    for (var hook : new SecurityInstrumentation().hooks()) {
      Rewriter.Result result = rewriter.rewrite(Libraries.classFile(jar, hook.className()));
      assertThat(result.missing()).isEmpty();
      assertThat(result.edits()).isEqualTo(3);
    }
  }

  @ParameterizedTest
  @MethodSource("strategies")
  void contextOfTheThread_saysWhoIsLooking(Path jar, String strategy) {
    Function<Object[], List<String>> scenario = scenario(jar);
    assertThat(scenario.apply(new Object[] {seen(), strategy}))
        .containsExactly(
            "set grace grace",
            "run as linus",
            "back grace",
            "changed ada",
            "logged out null",
            "not yet logged in null",
            "anonymous null",
            "deferred margaret",
            "cleared null");
    assertThat(agent.masking().failures()).isEmpty();
  }

  private Supplier<String> seen() {
    return agent.viewers()::contextName;
  }

  @ParameterizedTest
  @MethodSource("versions")
  void authorities_areRoles_withTheirPrefixOrWithout(Path jar) {
    Function<Object[], List<String>> scenario = scenario(jar);
    List<String> roles = new ArrayList<>();
    Supplier<String> ask =
        () -> {
          Identity identity = (Identity) agent.viewers().contextSource();
          for (String role : List.of("SUPPORT", "ROLE_SUPPORT", "read", "LEAD")) {
            roles.add(role + " " + (identity != null && identity.hasRole(role)));
          }
          return "asked";
        };
    assertThat(scenario.apply(new Object[] {ask, "MODE_THREADLOCAL"})).contains("set asked grace");
    assertThat(roles.subList(0, 4))
        .containsExactly("SUPPORT true", "ROLE_SUPPORT true", "read true", "LEAD false");
    assertThat(roles.subList(4, 8)).allMatch(role -> role.endsWith("false"));
    assertThat(agent.masking().failures()).isEmpty();
  }

  @SuppressWarnings("unchecked")
  private Function<Object[], List<String>> scenario(Path jar) {
    String spring = jar.getFileName().toString().contains("-7.") ? "7." : "6.";
    List<Path> classPath = new ArrayList<>(List.of(jar, Libraries.testClasses()));
    classPath.addAll(Libraries.jars("spring-core-" + spring));
    classPath.addAll(Libraries.jars("commons-logging-"));
    RewritingLoader loader = agent.load(classPath);
    return loader.create(
        "dev.bauta.agent.instrumentation.springsecurity.SecurityScenario", Function.class);
  }
}
