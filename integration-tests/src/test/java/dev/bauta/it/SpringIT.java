package dev.bauta.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bauta.it.ForkedJvm.Outcome;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Spring Security says who is looking; Spring's pools, {@code @Async} and Reactor's schedulers
 * carry it. The application is compiled here, so that the tests do without Spring.
 */
class SpringIT {

  private static final String APP = "dev.bauta.it.probe.SpringApp";

  static Stream<Arguments> versions() {
    return Stream.of(
        Arguments.of("spring-6", Jdks.oldest()), Arguments.of("spring-7", Jdks.newest()));
  }

  @ParameterizedTest
  @MethodSource("versions")
  void securityContext_isThePrincipal_andGoesWithTheWork(String spring, Jdk jdk) {
    TestGrants grants = new TestGrants();
    Path folder = Layout.scratch("security of " + spring);
    List<Path> classPath = new ArrayList<>(List.of(Layout.probes(), Layout.annotations()));
    classPath.addAll(Layout.library(spring));
    classPath.addAll(Layout.library("reactor"));
    Compiled.into(folder, classPath, APP, SOURCE);
    try (StubGrantServer server = new StubGrantServer(grants.showing("email", "grace"))) {
      ForkedJvm jvm = new ForkedJvm(jdk).agent();
      grants.agentProperties(server, folder).forEach(jvm::property);
      Outcome outcome = jvm.classPath(folder).classPath(classPath).run(APP);

      assertThat(outcome.out().lines())
          .as(outcome.text())
          .containsExactly(
              "no context: nobody",
              "context: grace",
              "run as: linus",
              "back: grace",
              "async: grace",
              "async by a decorator: grace",
              "pool of Spring: grace",
              "scheduled: nobody",
              "Mono on a scheduler: grace",
              "Flux in parallel: [grace]",
              "Mono of nobody: nobody",
              "Viewer inside: ada",
              "context inside a Viewer: grace",
              "anonymous: nobody",
              "cleared: nobody",
              "async of nobody: nobody",
              "left in a pool: nobody",
              "probe done");
    }
  }

  private static final String SOURCE =
      """
      package dev.bauta.it.probe;

      import dev.bauta.annotations.Viewer;
      import java.util.Date;
      import java.util.List;
      import java.util.Set;
      import java.util.TreeSet;
      import java.util.concurrent.Callable;
      import java.util.concurrent.CompletableFuture;
      import java.util.concurrent.ExecutorService;
      import java.util.concurrent.Executors;
      import org.springframework.context.annotation.AnnotationConfigApplicationContext;
      import org.springframework.context.annotation.Bean;
      import org.springframework.context.annotation.Configuration;
      import org.springframework.scheduling.annotation.Async;
      import org.springframework.scheduling.annotation.EnableAsync;
      import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
      import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
      import org.springframework.security.authentication.AnonymousAuthenticationToken;
      import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
      import org.springframework.security.concurrent.DelegatingSecurityContextExecutorService;
      import org.springframework.security.core.Authentication;
      import org.springframework.security.core.authority.AuthorityUtils;
      import org.springframework.security.core.context.SecurityContext;
      import org.springframework.security.core.context.SecurityContextHolder;
      import reactor.core.publisher.Flux;
      import reactor.core.publisher.Mono;
      import reactor.core.scheduler.Schedulers;

      @Configuration
      @EnableAsync
      public class SpringApp {

        public static class Desk {
          @Async
          public CompletableFuture<String> who() {
            return CompletableFuture.completedFuture(Looking.said());
          }
        }

        @Bean
        public Desk desk() {
          return new Desk();
        }

        @Bean
        public ThreadPoolTaskExecutor taskExecutor() {
          ThreadPoolTaskExecutor executor = new ThreadPoolTaskExecutor();
          executor.setCorePoolSize(1);
          return executor;
        }

        public static void main(String[] args) throws Exception {
          CarriersHammer.awaitGrants();
          try (AnnotationConfigApplicationContext spring =
              new AnnotationConfigApplicationContext(SpringApp.class)) {
            run(spring.getBean(Desk.class), spring.getBean(ThreadPoolTaskExecutor.class));
          }
          System.out.println("probe done");
          System.exit(0);
        }

        private static void run(Desk desk, ThreadPoolTaskExecutor pool) throws Exception {
          say("no context", Looking.said());
          SecurityContext grace = context(user("grace"));
          SecurityContextHolder.setContext(grace);
          say("context", Looking.said());
          SecurityContextHolder.setContext(context(user("linus")));
          say("run as", Looking.said());
          SecurityContextHolder.setContext(grace);
          say("back", Looking.said());
          say("async", desk.who().get());
          ExecutorService plain = Executors.newSingleThreadExecutor();
          Callable<String> look = Looking::said;
          say("async by a decorator", new DelegatingSecurityContextExecutorService(plain).submit(look).get());
          say("pool of Spring", pool.submit(look).get());
          ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();
          scheduler.initialize();
          CompletableFuture<String> later = new CompletableFuture<>();
          scheduler.schedule(() -> later.complete(Looking.said()), new Date().toInstant().plusMillis(5));
          say("scheduled", later.get());
          say("Mono on a scheduler", Mono.fromCallable(look).subscribeOn(Schedulers.boundedElastic()).block());
          Set<String> seen = new TreeSet<>(Flux.range(0, 1000).parallel(4).runOn(Schedulers.parallel())
              .map(i -> Looking.said()).sequential().collectList().block());
          say("Flux in parallel", seen);
          say("Mono of nobody", Viewer.call(null,
              () -> Mono.fromCallable(look).subscribeOn(Schedulers.boundedElastic()).block()));
          say("Viewer inside", Viewer.call("ada", look));
          say("context inside a Viewer", Viewer.call("ada", () -> {
            SecurityContextHolder.setContext(grace);
            return Looking.said();
          }));
          SecurityContextHolder.setContext(context(new AnonymousAuthenticationToken(
              "key", "anonymous", AuthorityUtils.createAuthorityList("ANYBODY"))));
          say("anonymous", Looking.said());
          SecurityContextHolder.clearContext();
          say("cleared", Looking.said());
          say("async of nobody", desk.who().get());
          plain.submit(() -> SecurityContextHolder.setContext(grace)).get();
          say("left in a pool", plain.submit(look).get());
          plain.shutdown();
        }

        private static void say(String what, Object who) {
          System.out.println(what + ": " + who);
        }

        private static Authentication user(String name) {
          return UsernamePasswordAuthenticationToken.authenticated(name, "", List.of());
        }

        private static SecurityContext context(Authentication authentication) {
          SecurityContext context = SecurityContextHolder.createEmptyContext();
          context.setAuthentication(authentication);
          return context;
        }
      }
      """;
}
