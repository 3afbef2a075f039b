package dev.bauta.sample;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServlet;
import java.net.URL;
import java.util.EnumSet;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.ee10.servlet.security.ConstraintMapping;
import org.eclipse.jetty.ee10.servlet.security.ConstraintSecurityHandler;
import org.eclipse.jetty.security.Constraint;
import org.eclipse.jetty.security.HashLoginService;
import org.eclipse.jetty.security.authentication.BasicAuthenticator;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.resource.ResourceFactory;

/** The desk's HTTP side: every address needs a signed-in person. */
final class WebServer {

  private final Server server = new Server();
  private final ServerConnector connector = new ServerConnector(server);

  WebServer(Settings settings, CustomerStore store) {
    connector.setHost("127.0.0.1");
    connector.setPort(settings.port());
    server.addConnector(connector);
    server.setStopTimeout(2_000);
    server.setHandler(desk(store));
  }

  void start() throws Exception {
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + connector.getLocalPort();
  }

  void stop() throws Exception {
    server.stop();
  }

  private ServletContextHandler desk(CustomerStore store) {
    JsonMapper json =
        JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();
    ServletContextHandler context =
        new ServletContextHandler("/", ServletContextHandler.NO_SESSIONS);
    context.setSecurityHandler(security(context));
    context.addFilter(
        new FilterHolder(new SignedInFilter()), "/*", EnumSet.of(DispatcherType.REQUEST));
    add(context, new CustomerServlet(json, store), "/customers/*");
    add(context, new OrderServlet(json, store), "/orders/*");
    add(context, new RegistrationServlet(json), "/fail");
    add(context, new WhoAmIServlet(json), "/whoami");
    return context;
  }

  private static void add(ServletContextHandler context, HttpServlet servlet, String path) {
    context.addServlet(new ServletHolder(servlet), path);
  }

  private static ConstraintSecurityHandler security(ServletContextHandler context) {
    URL realm = WebServer.class.getResource("realm.properties");
    ConstraintMapping everything = new ConstraintMapping();
    everything.setPathSpec("/*");
    everything.setConstraint(Constraint.ANY_USER);
    ConstraintSecurityHandler security = new ConstraintSecurityHandler();
    security.setRealmName("Customer desk");
    security.setAuthenticator(new BasicAuthenticator());
    security.setLoginService(
        new HashLoginService("Customer desk", ResourceFactory.of(context).newResource(realm)));
    security.addConstraintMapping(everything);
    return security;
  }
}
