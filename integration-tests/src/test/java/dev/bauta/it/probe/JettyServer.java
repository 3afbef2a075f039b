package dev.bauta.it.probe;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.jetty.ee10.annotations.AnnotationConfiguration;
import org.eclipse.jetty.ee10.webapp.WebAppContext;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ContextHandlerCollection;

/** Jetty 12 with web applications. */
public final class JettyServer extends WebApps {

  private final Server server = new Server(0);
  private final ContextHandlerCollection handlers = new ContextHandlerCollection();
  private final Map<String, WebAppContext> contexts = new HashMap<>();

  private JettyServer() {}

  public static void main(String[] args) throws Exception {
    new JettyServer().run(args);
  }

  @Override
  void deploy(String path, Path folder) {
    WebAppContext context = new WebAppContext();
    context.setContextPath(path);
    context.setWar(folder.toString());
    context.addConfiguration(new AnnotationConfiguration());
    handlers.addHandler(context);
    contexts.put(path, context);
  }

  @Override
  int start() throws Exception {
    server.setHandler(handlers);
    server.start();
    return ((ServerConnector) server.getConnectors()[0]).getLocalPort();
  }

  @Override
  void undeploy(String path) throws Exception {
    WebAppContext context = contexts.remove(path);
    handlers.removeHandler(context);
    context.stop();
    context.destroy();
  }

  @Override
  ClassLoader loader(String path) {
    return contexts.get(path).getClassLoader();
  }
}
