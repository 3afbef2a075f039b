package dev.bauta.it.probe;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;

/** Tomcat with web applications. Compiled against Tomcat 9, run with any. */
public final class TomcatServer extends WebApps {

  private final Tomcat tomcat = new Tomcat();
  private final Map<String, Context> contexts = new HashMap<>();

  private TomcatServer() {}

  public static void main(String[] args) throws Exception {
    new TomcatServer().run(args);
  }

  @Override
  void deploy(String path, Path folder) throws Exception {
    if (contexts.isEmpty()) {
      tomcat.setBaseDir(Files.createTempDirectory("tomcat").toString());
      tomcat.setPort(0);
      tomcat.getConnector();
    }
    contexts.put(path, tomcat.addWebapp(path, folder.toString()));
  }

  @Override
  int start() throws LifecycleException {
    tomcat.start();
    return tomcat.getConnector().getLocalPort();
  }

  @Override
  void undeploy(String path) {
    tomcat.getHost().removeChild(contexts.remove(path));
  }

  @Override
  ClassLoader loader(String path) {
    return contexts.get(path).getLoader().getClassLoader();
  }
}
