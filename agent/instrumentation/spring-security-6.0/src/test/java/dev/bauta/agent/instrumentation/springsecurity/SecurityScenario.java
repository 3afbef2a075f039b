package dev.bauta.agent.instrumentation.springsecurity;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;

/** An application of Spring Security; says what the test's supplier sees each time. */
final class SecurityScenario implements Function<Object[], List<String>> {

  /** Takes the supplier and the strategy's name. */
  @Override
  @SuppressWarnings("unchecked")
  public List<String> apply(Object[] arguments) {
    Supplier<String> seen = (Supplier<String>) arguments[0];
    SecurityContextHolder.setStrategyName((String) arguments[1]);
    List<String> all = new ArrayList<>();
    SecurityContext grace = context(user("grace"));
    SecurityContextHolder.setContext(grace);
    all.add(
        "set "
            + seen.get()
            + " "
            + SecurityContextHolder.getContext().getAuthentication().getName());
    SecurityContextHolder.setContext(context(user("linus"))); // a method that runs as him
    all.add("run as " + seen.get());
    SecurityContextHolder.setContext(grace);
    all.add("back " + seen.get());
    grace.setAuthentication(user("ada"));
    all.add("changed " + seen.get());
    grace.setAuthentication(null);
    all.add("logged out " + seen.get());
    grace.setAuthentication(UsernamePasswordAuthenticationToken.unauthenticated("grace", "x"));
    all.add("not yet logged in " + seen.get());
    SecurityContextHolder.setContext(
        context(
            new AnonymousAuthenticationToken(
                "key", "anonymous", AuthorityUtils.createAuthorityList("ANYBODY"))));
    all.add("anonymous " + seen.get());
    SecurityContext margaret = context(user("margaret"));
    SecurityContextHolder.setDeferredContext(() -> margaret);
    all.add("deferred " + seen.get());
    SecurityContextHolder.clearContext();
    all.add("cleared " + seen.get());
    return all;
  }

  private static Authentication user(String name) {
    return UsernamePasswordAuthenticationToken.authenticated(
        name,
        "",
        name.equals("grace")
            ? AuthorityUtils.createAuthorityList("ROLE_SUPPORT", "read")
            : List.of());
  }

  private static SecurityContext context(Authentication authentication) {
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(authentication);
    return context;
  }
}
