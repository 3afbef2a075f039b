package dev.bauta.agent.instrumentation.servlet;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Principal;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.catalina.Context;
import org.apache.catalina.authenticator.BasicAuthenticator;
import org.apache.catalina.realm.GenericPrincipal;
import org.apache.catalina.realm.RealmBase;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.descriptor.web.LoginConfig;
import org.apache.tomcat.util.descriptor.web.SecurityCollection;
import org.apache.tomcat.util.descriptor.web.SecurityConstraint;

/** A real server with basic authentication; answers with what the test's supplier says. */
final class TomcatScenario implements Function<Supplier<String>, List<String>> {

  private static final class Desk extends HttpServlet {
    private final transient Supplier<String> who;

    private Desk(Supplier<String> who) {
      this.who = who;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      response.getWriter().print(who.get());
    }
  }

  private static final class Users extends RealmBase {
    @Override
    protected String getPassword(String user) {
      return user + "-password";
    }

    @Override
    protected Principal getPrincipal(String user) {
      return new GenericPrincipal(user, List.of("support"));
    }
  }

  /** The answers to two people on one connection. */
  @Override
  public List<String> apply(Supplier<String> who) {
    try {
      Path folder = Files.createTempDirectory("bauta-tomcat");
      Tomcat tomcat = new Tomcat();
      tomcat.setBaseDir(folder.toString());
      tomcat.setPort(0);
      Context context = tomcat.addContext("", folder.toString());
      Tomcat.addServlet(context, "desk", new Desk(who));
      context.addServletMappingDecoded("/", "desk");
      protect(context);
      tomcat.getConnector();
      tomcat.start();
      try {
        HttpClient client = HttpClient.newHttpClient();
        int port = tomcat.getConnector().getLocalPort();
        return List.of(get(client, port, "grace"), get(client, port, "heidi"));
      } finally {
        tomcat.stop();
        tomcat.destroy();
      }
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static void protect(Context context) {
    context.setRealm(new Users());
    context.setLoginConfig(new LoginConfig("BASIC", "desk", null, null));
    context.getPipeline().addValve(new BasicAuthenticator());
    SecurityCollection everything = new SecurityCollection();
    everything.addPattern("/*");
    SecurityConstraint support = new SecurityConstraint();
    support.addAuthRole("support");
    support.addCollection(everything);
    context.addConstraint(support);
    context.addSecurityRole("support");
  }

  private static String get(HttpClient client, int port, String user) throws Exception {
    String credentials =
        Base64.getEncoder()
            .encodeToString((user + ":" + user + "-password").getBytes(StandardCharsets.UTF_8));
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/"))
            .header("Authorization", "Basic " + credentials)
            .build();
    return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
  }
}
