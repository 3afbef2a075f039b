package com.example.identity;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;

/** A company's identity provider; every password is the name and {@code -password}. */
@SpringBootApplication
public class Application {
  private static final Map<String, String> NAMES =
      Map.of("grace", "grace", "u-4711", "linus.t", "u-4712", "somebody.else");

  public static void main(String[] arguments) {
    SpringApplication.run(Application.class, arguments);
  }

  @Bean
  UserDetailsService users() {
    InMemoryUserDetailsManager users = new InMemoryUserDetailsManager();
    NAMES
        .keySet()
        .forEach(
            name ->
                users.createUser(
                    User.withUsername(name)
                        .password("{noop}" + name + "-password")
                        .roles("EMPLOYEE")
                        .build()));
    return users;
  }

  @Bean
  OAuth2TokenCustomizer<JwtEncodingContext> claims() {
    return context -> {
      if (context.getTokenType().getValue().equals(OidcParameterNames.ID_TOKEN))
        context
            .getClaims()
            .claim("preferred_username", NAMES.get(context.getPrincipal().getName()));
    };
  }
}
